using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Draws pictures, one or a grid of them, through the filter the user chose; where a picture is shown at a whole multiple its
/// pixels stay exact. Coordinates are framebuffer pixels from the top left.
/// </summary>
internal sealed class PictureRenderer : IDisposable
{
    /// <summary>Below this a tube's scanlines leave nothing of a face.</summary>
    private const int SmallestTube = 200;

    private readonly GL gl;
    private readonly VertexArray corners;
    private readonly ScaleProgram[] scalings;
    private readonly PictureProgram[] plain;
    private readonly PictureProgram[] fading;

    internal PictureRenderer(GL gl)
    {
        this.gl = gl;
        corners = new VertexArray(gl);
        scalings = [.. Enum.GetValues<ScaleKind>().Select(kind => new ScaleProgram(gl, kind))];
        plain = [.. Enum.GetValues<PictureFinish>().Select(finish => new PictureProgram(gl, finish, fades: false))];
        fading = [.. Enum.GetValues<PictureFinish>().Select(finish => new PictureProgram(gl, finish, fades: true))];
        GraphicsErrors.ThrowIfAny(gl, "making the picture renderer");
    }

    /// <summary>
    /// Shows the texture's tiles, from <paramref name="firstTile"/> on and at most <paramref name="count"/> of them, at the places
    /// of <paramref name="layout"/> in the bound framebuffer of the given size, faded from <paramref name="current"/> to
    /// <paramref name="next"/> by <paramref name="t"/> in [0, 1]. The two may be of different sizes, but not of different shapes.
    /// </summary>
    internal void Draw(
        PictureTexture current, in GridLayout layout, int frameWidth, int frameHeight, PictureFilter filter = PictureFilter.Bicubic,
        PictureTexture? next = null, float t = 0, float alpha = 1, int firstTile = 0, int count = int.MaxValue)
    {
        bool fades = next is not null && t > 0;
        if (fades && !HaveOneShape(current, next!))
        {
            throw new ArgumentException(
                $"A picture of {next!.Width}x{next.Height} cannot fade into one of {current.Width}x{current.Height}: they lie differently on screen; draw one over the other.", nameof(next));
        }

        count = Math.Min(count, Math.Min(layout.Count, current.Columns * current.Rows - firstTile));
        if (count <= 0 || alpha <= 0)
        {
            return;
        }

        corners.Bind();
        int bound = -1;
        bool exact = IsExact(current, layout, filter) && (!fades || IsExact(next!, layout, filter));
        if (!exact)
        {
            Scale(current, layout, filter, ref bound);
            if (fades)
            {
                Scale(next!, layout, filter, ref bound);
            }

            BackTo(bound, frameWidth, frameHeight);
        }

        if (fades)
        {
            Bind(next!, exact, TextureUnit.Texture1);
        }

        Bind(current, exact, TextureUnit.Texture0);
        PictureFinish finish = exact ? PictureFinish.Exact
            : filter == PictureFilter.Crt && current.Columns * current.Rows == 1 && layout.TileHeight >= SmallestTube ? PictureFinish.Tube
            : PictureFinish.Smooth;
        (fades ? fading : plain)[(int)finish].Use(
            current, exact ? current.Width : current.Scaled.TileWidth, exact ? current.Height : current.Scaled.TileHeight,
            layout, frameWidth, frameHeight, firstTile, Math.Min(t, 1f), Math.Min(alpha, 1f));
        Blend(alpha < 1);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)count);
    }

    /// <summary>One tile of <paramref name="current"/> anywhere.</summary>
    internal void DrawTile(
        PictureTexture current, int tile, PixelRect place, int frameWidth, int frameHeight,
        PictureFilter filter = PictureFilter.Bicubic, float alpha = 1) => Draw(
        current, new GridLayout(place.X, place.Y, 1, 1, place.Width, place.Height, 0, PictureScaling.Smooth),
        frameWidth, frameHeight, filter, alpha: alpha, firstTile: tile, count: 1);

    /// <summary>A wiper: <paramref name="left"/> to the left of screen column <paramref name="x"/>, <paramref name="right"/> from there on.</summary>
    internal void DrawWiped(
        PictureTexture left, in GridLayout leftLayout, PictureTexture right, in GridLayout rightLayout,
        int x, int frameWidth, int frameHeight, PictureFilter filter = PictureFilter.Bicubic)
    {
        int edge = Math.Clamp(x, 0, frameWidth);

        // Scaling draws too: it must not be cut off with the halves.
        int bound = -1;
        corners.Bind();
        if (!IsExact(left, leftLayout, filter))
        {
            Scale(left, leftLayout, filter, ref bound);
        }

        if (!IsExact(right, rightLayout, filter))
        {
            Scale(right, rightLayout, filter, ref bound);
        }

        BackTo(bound, frameWidth, frameHeight);
        gl.Enable(EnableCap.ScissorTest);
        gl.Scissor(0, 0, (uint)edge, (uint)frameHeight);
        Draw(left, leftLayout, frameWidth, frameHeight, filter);
        gl.Scissor(edge, 0, (uint)(frameWidth - edge), (uint)frameHeight);
        Draw(right, rightLayout, frameWidth, frameHeight, filter);
        gl.Disable(EnableCap.ScissorTest);
    }

    /// <summary>Whether two pictures take the same place on screen, so that one can fade into the other.</summary>
    internal static bool HaveOneShape(PictureTexture a, PictureTexture b) =>
        a.Columns == b.Columns && a.Rows == b.Rows && (long)a.Width * b.Height == (long)b.Width * a.Height;

    public void Dispose()
    {
        foreach (PictureProgram program in plain.Concat(fading))
        {
            program.Dispose();
        }

        foreach (ScaleProgram program in scalings)
        {
            program.Dispose();
        }

        corners.Dispose();
    }

    // Where the texture's own texels are shown.
    private static bool IsExact(PictureTexture source, in GridLayout layout, PictureFilter filter)
    {
        bool same = layout.TileWidth == source.Width && layout.TileHeight == source.Height;
        return !IsReduced(source, layout) && filter != PictureFilter.Crt
            && (same || filter == PictureFilter.Nearest || layout.Scaling == PictureScaling.Pixels);
    }

    private static bool IsReduced(PictureTexture source, in GridLayout layout) =>
        layout.TileWidth < source.Width || layout.TileHeight < source.Height;

    /// <summary>Scales what is not scaled yet; <paramref name="bound"/> is then the framebuffer to go back to.</summary>
    private void Scale(PictureTexture source, in GridLayout layout, PictureFilter filter, ref int bound)
    {
        bool reduced = IsReduced(source, layout);
        ScaleKind kind = reduced ? ScaleKind.Area : filter == PictureFilter.Edges ? ScaleKind.Edges : ScaleKind.Bicubic;
        (int width, int height) = reduced
            ? (layout.TileWidth, layout.TileHeight)
            : ScaledPicture.SizeFor(source, layout.TileWidth, layout.TileHeight);
        if (source.Scaled.IsCurrent(source, kind, width, height))
        {
            return;
        }

        if (bound < 0)
        {
            bound = gl.GetInteger(GetPName.DrawFramebufferBinding);
        }

        source.Scaled.Update(source, scalings[(int)kind], kind, width, height);
    }

    private void BackTo(int bound, int frameWidth, int frameHeight)
    {
        if (bound >= 0)
        {
            gl.BindFramebuffer(FramebufferTarget.Framebuffer, (uint)bound);
            gl.Viewport(0, 0, (uint)frameWidth, (uint)frameHeight);
        }
    }

    private static void Bind(PictureTexture source, bool exact, TextureUnit unit)
    {
        if (exact)
        {
            source.Bind(unit);
        }
        else
        {
            source.Scaled.Bind(unit);
        }
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
