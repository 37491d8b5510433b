using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>Draws pictures, one or a grid of them, in one draw call; where a picture is shown at a whole multiple its pixels stay exact.</summary>
internal sealed class PictureRenderer : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly VertexArray corners;
    private readonly int frame;
    private readonly int tile;
    private readonly int pitch;
    private readonly int picture;
    private readonly int columns;
    private readonly int sheetColumns;
    private readonly int first;
    private readonly int blend;
    private readonly int opacity;
    private readonly int filtering;
    private readonly int footprint;

    internal PictureRenderer(GL gl)
    {
        this.gl = gl;
        program = new ShaderProgram(gl, "picture", PictureShader.Vertex, PictureShader.Fragment);
        corners = new VertexArray(gl);
        frame = program.Uniform("frame");
        tile = program.Uniform("tile");
        pitch = program.Uniform("pitch");
        picture = program.Uniform("picture");
        columns = program.Uniform("columns");
        sheetColumns = program.Uniform("sheetColumns");
        first = program.Uniform("first");
        blend = program.Uniform("blend");
        opacity = program.Uniform("opacity");
        filtering = program.Uniform("filtering");
        footprint = program.Uniform("footprint");
        program.Use();
        gl.Uniform1(program.Uniform("current"), 0);
        gl.Uniform1(program.Uniform("next"), 1);
        GraphicsErrors.ThrowIfAny(gl, "making the picture renderer");
    }

    /// <summary>
    /// Shows the texture's tiles at the places of <paramref name="layout"/> in a framebuffer of the given size, faded from
    /// <paramref name="current"/> to <paramref name="next"/> by <paramref name="t"/> in [0, 1].
    /// A layout of one tile shows tile <paramref name="firstTile"/>.
    /// </summary>
    internal void Draw(
        PictureTexture current, GridLayout layout, int frameWidth, int frameHeight,
        PictureTexture? next = null, float t = 0, float alpha = 1, int firstTile = 0, int count = int.MaxValue)
    {
        bool fades = next is not null && t > 0;
        if (fades && (next!.Width != current.Width || next.Height != current.Height || next.Columns != current.Columns || next.Rows != current.Rows))
        {
            throw new ArgumentException(
                $"A picture of {next.Width}x{next.Height} cannot fade into one of {current.Width}x{current.Height}.", nameof(next));
        }

        count = Math.Min(count, Math.Min(layout.Count, current.Columns * current.Rows - firstTile));
        if (count <= 0 || alpha <= 0)
        {
            return;
        }

        program.Use();
        corners.Bind();
        current.Bind(TextureUnit.Texture0);
        (fades ? next! : current).Bind(TextureUnit.Texture1);
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.Uniform2(frame, frameWidth, frameHeight);
        gl.Uniform4(tile, layout.X, layout.Y, layout.TileWidth, layout.TileHeight);
        gl.Uniform2(pitch, layout.TileWidth + layout.Gap, layout.TileHeight + layout.Gap);
        gl.Uniform2(picture, current.Width, current.Height);
        gl.Uniform1(columns, layout.Columns);
        gl.Uniform1(sheetColumns, current.Columns);
        gl.Uniform1(first, firstTile);
        gl.Uniform1(blend, fades ? Math.Min(t, 1f) : 0f);
        gl.Uniform1(opacity, Math.Min(alpha, 1f));
        gl.Uniform1(filtering, (int)FilterFor(current, layout));
        gl.Uniform2(footprint, current.Width / (float)layout.TileWidth, current.Height / (float)layout.TileHeight);
        Blending(alpha < 1);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)count);
    }

    public void Dispose()
    {
        corners.Dispose();
        program.Dispose();
    }

    internal static PictureFilter FilterFor(PictureTexture source, GridLayout layout)
    {
        if (layout.TileWidth < source.Width || layout.TileHeight < source.Height)
        {
            return PictureFilter.Area;
        }

        bool same = layout.TileWidth == source.Width && layout.TileHeight == source.Height;
        bool whole = layout.TileWidth % source.Width == 0 && layout.TileHeight % source.Height == 0;
        return same || (whole && layout.Scaling == PictureScaling.Pixels) ? PictureFilter.Nearest : PictureFilter.Bicubic;
    }

    private void Blending(bool on)
    {
        if (!on)
        {
            gl.Disable(EnableCap.Blend);
            return;
        }

        gl.Enable(EnableCap.Blend);
        gl.BlendFuncSeparate(
            BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
    }
}
