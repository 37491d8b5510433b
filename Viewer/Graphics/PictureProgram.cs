using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>The program of one filter, with or without fading, and where its uniforms are. Uniforms a variant does not read are at -1, which OpenGL ignores.</summary>
internal sealed class PictureProgram : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly int frame;
    private readonly int tile;
    private readonly int pitch;
    private readonly int picture;
    private readonly int columns;
    private readonly int sheetColumns;
    private readonly int first;
    private readonly int texel;
    private readonly int footprint;
    private readonly int opacity;
    private readonly int blend;

    internal PictureProgram(GL gl, PictureFilter filter, bool fades)
    {
        this.gl = gl;
        program = new ShaderProgram(
            gl, $"picture ({filter}{(fades ? ", fading" : "")})", PictureShader.Vertex, PictureShader.Fragment(filter, fades));
        frame = program.Uniform("frame");
        tile = program.Uniform("tile");
        pitch = program.Uniform("pitch");
        picture = program.Uniform("picture");
        columns = program.Uniform("columns");
        sheetColumns = program.Uniform("sheetColumns");
        first = program.Uniform("first");
        opacity = program.Uniform("opacity");
        texel = filter == PictureFilter.Nearest ? -1 : program.Uniform("texel");
        footprint = filter == PictureFilter.Area ? program.Uniform("footprint") : -1;
        blend = fades ? program.Uniform("blend") : -1;
        program.Use();
        gl.Uniform1(program.Uniform("current"), 0);
        if (fades)
        {
            gl.Uniform1(program.Uniform("next"), 1);
        }
    }

    internal void Use(PictureTexture source, in GridLayout layout, int frameWidth, int frameHeight, int firstTile, float t, float alpha)
    {
        program.Use();
        gl.Uniform2(frame, frameWidth, frameHeight);
        gl.Uniform4(tile, layout.X, layout.Y, layout.TileWidth, layout.TileHeight);
        gl.Uniform2(pitch, layout.TileWidth + layout.Gap, layout.TileHeight + layout.Gap);
        gl.Uniform2(picture, source.Width, source.Height);
        gl.Uniform1(columns, layout.Columns);
        gl.Uniform1(sheetColumns, source.Columns);
        gl.Uniform1(first, firstTile);
        gl.Uniform2(texel, 1f / (source.Width * source.Columns), 1f / (source.Height * source.Rows));
        gl.Uniform2(footprint, source.Width / (float)layout.TileWidth, source.Height / (float)layout.TileHeight);
        gl.Uniform1(opacity, alpha);
        gl.Uniform1(blend, t);
    }

    public void Dispose() => program.Dispose();
}
