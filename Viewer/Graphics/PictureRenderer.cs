using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>Draws pictures, one or a grid of them, in one draw call; where a picture is shown at a whole multiple its pixels stay exact.</summary>
internal sealed class PictureRenderer : IDisposable
{
    private readonly GL gl;
    private readonly VertexArray corners;
    private readonly PictureProgram[] plain;
    private readonly PictureProgram[] fading;

    internal PictureRenderer(GL gl)
    {
        this.gl = gl;
        corners = new VertexArray(gl);
        plain = [.. Enum.GetValues<PictureFilter>().Select(filter => new PictureProgram(gl, filter, fades: false))];
        fading = [.. Enum.GetValues<PictureFilter>().Select(filter => new PictureProgram(gl, filter, fades: true))];
        GraphicsErrors.ThrowIfAny(gl, "making the picture renderer");
    }

    /// <summary>
    /// Shows the texture's tiles, from <paramref name="firstTile"/> on and at most <paramref name="count"/> of them, at the places
    /// of <paramref name="layout"/> in a framebuffer of the given size, faded from <paramref name="current"/> to
    /// <paramref name="next"/> by <paramref name="t"/> in [0, 1].
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

        PictureFilter filter = FilterFor(current, layout);
        if (fades)
        {
            next!.Bind(TextureUnit.Texture1);
        }

        current.Bind(TextureUnit.Texture0);
        (fades ? fading : plain)[(int)filter].Use(
            current, layout, frameWidth, frameHeight, firstTile, Math.Min(t, 1f), Math.Min(alpha, 1f));
        corners.Bind();
        Blend(alpha < 1);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)count);
    }

    public void Dispose()
    {
        foreach (PictureProgram program in plain.Concat(fading))
        {
            program.Dispose();
        }

        corners.Dispose();
    }

    private static PictureFilter FilterFor(PictureTexture source, GridLayout layout)
    {
        if (layout.TileWidth < source.Width || layout.TileHeight < source.Height)
        {
            return PictureFilter.Area;
        }

        bool same = layout.TileWidth == source.Width && layout.TileHeight == source.Height;
        bool whole = layout.TileWidth % source.Width == 0 && layout.TileHeight % source.Height == 0;
        return same || (whole && layout.Scaling == PictureScaling.Pixels) ? PictureFilter.Nearest : PictureFilter.Bicubic;
    }

    private void Blend(bool on)
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
