using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Text, shapes and small pictures over the picture. Draw calls only collect; <see cref="Flush"/> draws everything in the order it
/// was given, in as few calls as that order allows. Coordinates are framebuffer pixels from the top left.
/// </summary>
internal sealed unsafe class HudRenderer : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly ShaderProgram thumbnails;
    private readonly VertexArray attributes;
    private readonly StreamBuffer instances;
    private readonly GlyphTexture glyphs;
    private readonly int frame;
    private readonly int thumbnailFrame;
    private readonly int thumbnailSheet;
    private readonly int thumbnailInset;
    private HudQuad[] quads = new HudQuad[1024];
    private HudRun[] runs = new HudRun[16];
    private int count;
    private int runCount;

    internal HudRenderer(GL gl)
    {
        this.gl = gl;
        program = new ShaderProgram(gl, "hud", HudShader.Vertex, HudShader.Fragment);
        thumbnails = new ShaderProgram(gl, "thumbnails", HudShader.ThumbnailVertex, HudShader.ThumbnailFragment);
        attributes = new VertexArray(gl);
        instances = new StreamBuffer(gl);
        glyphs = new GlyphTexture(gl);
        frame = program.Uniform("frame");
        program.Use();
        gl.Uniform1(program.Uniform("glyphs"), 0);
        gl.Uniform3(program.Uniform("sheet"), PixelFont.GlyphWidth, PixelFont.GlyphHeight, PixelFont.GlyphsPerRow);
        thumbnailFrame = thumbnails.Uniform("frame");
        thumbnailSheet = thumbnails.Uniform("sheet");
        thumbnailInset = thumbnails.Uniform("inset");
        thumbnails.Use();
        gl.Uniform1(thumbnails.Uniform("atlas"), 0);

        attributes.Bind();
        instances.Bind();
        for (uint index = 0; index < 3; index++)
        {
            gl.EnableVertexAttribArray(index);
            gl.VertexAttribDivisor(index, 1);
        }

        PointAt(0);
        GraphicsErrors.ThrowIfAny(gl, "making the HUD");
    }

    /// <summary>Quads collected since the last <see cref="Flush"/>.</summary>
    internal int Count => count;

    /// <summary>Of everything drawn from now on, in [0, 1]: panels that fade away.</summary>
    internal float Opacity { get; set; } = 1;

    internal void DrawRect(float x, float y, float width, float height, Rgba color) =>
        Add(new HudQuad(x, y, width, height, HudQuad.Filled, color), null);

    /// <summary>Four rectangles round the inside edge of a box.</summary>
    internal void DrawOutline(float x, float y, float width, float height, float thickness, Rgba color)
    {
        float inner = Math.Max(0, height - 2 * thickness);
        DrawRect(x, y, width, thickness, color);
        DrawRect(x, y + height - thickness, width, thickness, color);
        DrawRect(x, y + thickness, thickness, inner, color);
        DrawRect(x + width - thickness, y + thickness, thickness, inner, color);
    }

    internal void DrawDot(float x, float y, float radius, Rgba color) =>
        Add(new HudQuad(x - radius, y - radius, 2 * radius, 2 * radius, HudQuad.Disc, color), null);

    internal void DrawLine(float fromX, float fromY, float toX, float toY, float thickness, Rgba color) =>
        Add(new HudQuad(fromX, fromY, toX - fromX, toY - fromY, HudQuad.Line - thickness, color), null);

    /// <summary>One tile of an atlas, which must live until <see cref="Flush"/>.</summary>
    internal void DrawThumbnail(PictureTexture atlas, int tile, float x, float y, float width, float height, byte alpha = 255) =>
        Add(new HudQuad(x, y, width, height, tile, Rgba.White.WithAlpha(alpha)), atlas);

    /// <summary>Draws text whose first line's capitals start at (x, y); '\n' starts a new line. Each font pixel is scale × scale.</summary>
    internal void DrawText(int x, int y, int scale, Rgba color, ReadOnlySpan<char> text)
    {
        int left = x;
        foreach (char character in text)
        {
            if (character == '\n')
            {
                left = x;
                y += PixelFont.LineHeight * scale;
                continue;
            }

            if (character != ' ')
            {
                Add(
                    new HudQuad(left, y, PixelFont.GlyphWidth * scale, PixelFont.GlyphHeight * scale, PixelFont.GlyphOf(character), color),
                    null);
            }

            left += PixelFont.Advance * scale;
        }
    }

    /// <summary>Draws what was collected into the bound framebuffer of the given size, and starts over.</summary>
    internal void Flush(int frameWidth, int frameHeight)
    {
        if (count == 0)
        {
            return;
        }

        attributes.Bind();
        instances.Write<HudQuad>(quads.AsSpan(0, count));
        gl.Enable(EnableCap.Blend);
        gl.BlendFuncSeparate(
            BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        for (int run = 0; run < runCount; run++)
        {
            Draw(runs[run], run + 1 < runCount ? runs[run + 1].First : count, frameWidth, frameHeight);
        }

        gl.Disable(EnableCap.Blend);
        Array.Clear(runs, 0, runCount);
        count = 0;
        runCount = 0;
    }

    public void Dispose()
    {
        glyphs.Dispose();
        instances.Dispose();
        attributes.Dispose();
        thumbnails.Dispose();
        program.Dispose();
    }

    private void Draw(in HudRun run, int end, int frameWidth, int frameHeight)
    {
        if (run.Atlas is { } atlas)
        {
            thumbnails.Use();
            atlas.Bind(TextureUnit.Texture0);
            gl.Uniform2(thumbnailFrame, frameWidth, frameHeight);
            gl.Uniform2(thumbnailSheet, atlas.Columns, atlas.Rows);
            gl.Uniform2(thumbnailInset, 0.5f / atlas.Width, 0.5f / atlas.Height);
        }
        else
        {
            program.Use();
            glyphs.Bind(TextureUnit.Texture0);
            gl.Uniform2(frame, frameWidth, frameHeight);
        }

        PointAt(run.First);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)(end - run.First));
    }

    private void Add(HudQuad quad, PictureTexture? atlas)
    {
        if (count == quads.Length)
        {
            Array.Resize(ref quads, quads.Length * 2);
        }

        if (runCount == 0 || runs[runCount - 1].Atlas != atlas)
        {
            if (runCount == runs.Length)
            {
                Array.Resize(ref runs, runs.Length * 2);
            }

            runs[runCount++] = new HudRun(count, atlas);
        }

        quads[count++] = Opacity >= 1 ? quad : quad with { Color = quad.Color.WithAlpha((byte)(quad.Color.A * Math.Max(0, Opacity) + 0.5f)) };
    }

    // OpenGL 3.3 has no first instance: a run begins where its attributes point to.
    private void PointAt(int quad)
    {
        int start = quad * sizeof(HudQuad);
        Point(0, 4, VertexAttribPointerType.Float, normalized: false, start + HudQuad.BoxOffset);
        Point(1, 1, VertexAttribPointerType.Float, normalized: false, start + HudQuad.KindOffset);
        Point(2, 4, VertexAttribPointerType.UnsignedByte, normalized: true, start + HudQuad.ColorOffset);
    }

    private void Point(uint index, int size, VertexAttribPointerType type, bool normalized, int offset) =>
        gl.VertexAttribPointer(index, size, type, normalized, (uint)sizeof(HudQuad), (void*)offset);
}
