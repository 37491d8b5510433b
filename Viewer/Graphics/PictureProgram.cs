using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>The program of one finish, with or without fading, and where its uniforms are. Those a variant does not read are at -1, which OpenGL ignores.</summary>
internal sealed class PictureProgram : IDisposable
{
    /// <summary>Scanlines are at least so many pixels apart, or they would be grey.</summary>
    private const int LinePixels = 3;

    /// <summary>About as many as a television had.</summary>
    private const int LinesWanted = 240;

    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly int frame;
    private readonly int tile;
    private readonly int pitch;
    private readonly int columns;
    private readonly int sheet;
    private readonly int first;
    private readonly int inset;
    private readonly int opacity;
    private readonly int blend;
    private readonly int lines;

    internal PictureProgram(GL gl, PictureFinish finish, bool fades)
    {
        this.gl = gl;
        program = new ShaderProgram(
            gl, $"picture ({finish}{(fades ? ", fading" : "")})", PictureShader.Vertex, PictureShader.Fragment(finish, fades));
        bool tube = finish == PictureFinish.Tube;
        frame = program.Uniform("frame");
        tile = program.Uniform("tile");
        pitch = program.Uniform("pitch");
        columns = program.Uniform("columns");
        opacity = program.Uniform("opacity");
        sheet = tube ? -1 : program.Uniform("sheet");
        first = tube ? -1 : program.Uniform("first");
        inset = tube ? -1 : program.Uniform("inset");
        lines = tube ? program.Uniform("lines") : -1;
        blend = fades ? program.Uniform("blend") : -1;
        program.Use();
        gl.Uniform1(program.Uniform("current"), 0);
        if (fades)
        {
            gl.Uniform1(program.Uniform("next"), 1);
        }
    }

    /// <param name="source">Whose tiles are shown.</param>
    /// <param name="scaledWidth">Texels of one tile in the texture that is bound.</param>
    /// <param name="scaledHeight">Texels of one tile in the texture that is bound.</param>
    internal void Use(
        PictureTexture source, int scaledWidth, int scaledHeight, in GridLayout layout, int frameWidth, int frameHeight, int firstTile, float t, float alpha)
    {
        bool alone = source.Columns * source.Rows == 1 || (scaledWidth == layout.TileWidth && scaledHeight == layout.TileHeight);
        program.Use();
        gl.Uniform2(frame, frameWidth, frameHeight);
        gl.Uniform4(tile, layout.X, layout.Y, layout.TileWidth, layout.TileHeight);
        gl.Uniform2(pitch, layout.TileWidth + layout.Gap, layout.TileHeight + layout.Gap);
        gl.Uniform1(columns, layout.Columns);
        gl.Uniform2(sheet, source.Columns, source.Rows);
        gl.Uniform1(first, firstTile);
        gl.Uniform2(inset, alone ? 0 : 0.5f / scaledWidth, alone ? 0 : 0.5f / scaledHeight);
        gl.Uniform1(opacity, alpha);
        gl.Uniform1(blend, t);
        gl.Uniform1(lines, (float)Lines(source.Height, layout.TileHeight));
    }

    public void Dispose() => program.Dispose();

    private static int Lines(int pictureHeight, int shownHeight)
    {
        int wanted = pictureHeight * Math.Max(1, (int)Math.Round(LinesWanted / (double)pictureHeight));
        return Math.Max(1, Math.Min(wanted, shownHeight / LinePixels));
    }
}
