using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Text and rectangles over the picture. Draw calls only collect; <see cref="Flush"/> draws everything in the order it was given,
/// in one call. Coordinates are framebuffer pixels from the top left.
/// </summary>
internal sealed unsafe class HudRenderer : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly VertexArray attributes;
    private readonly StreamBuffer instances;
    private readonly GlyphTexture glyphs;
    private readonly int frame;
    private HudQuad[] quads = new HudQuad[1024];
    private int count;

    internal HudRenderer(GL gl)
    {
        this.gl = gl;
        program = new ShaderProgram(gl, "hud", HudShader.Vertex, HudShader.Fragment);
        attributes = new VertexArray(gl);
        instances = new StreamBuffer(gl);
        glyphs = new GlyphTexture(gl);
        frame = program.Uniform("frame");
        program.Use();
        gl.Uniform1(program.Uniform("glyphs"), 0);
        gl.Uniform3(program.Uniform("sheet"), PixelFont.GlyphWidth, PixelFont.GlyphHeight, PixelFont.GlyphsPerRow);

        attributes.Bind();
        instances.Bind();
        Attribute(0, 4, VertexAttribPointerType.Float, normalized: false, HudQuad.BoxOffset);
        Attribute(1, 1, VertexAttribPointerType.Float, normalized: false, HudQuad.GlyphOffset);
        Attribute(2, 4, VertexAttribPointerType.UnsignedByte, normalized: true, HudQuad.ColorOffset);
        GraphicsErrors.ThrowIfAny(gl, "making the HUD");
    }

    /// <summary>Quads collected since the last <see cref="Flush"/>.</summary>
    internal int Count => count;

    internal void DrawRect(float x, float y, float width, float height, Rgba color) =>
        Add(new HudQuad(x, y, width, height, HudQuad.Filled, color));

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
                Add(new HudQuad(
                    left, y, PixelFont.GlyphWidth * scale, PixelFont.GlyphHeight * scale, PixelFont.GlyphOf(character), color));
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

        program.Use();
        attributes.Bind();
        glyphs.Bind(TextureUnit.Texture0);
        instances.Write<HudQuad>(quads.AsSpan(0, count));
        gl.Uniform2(frame, frameWidth, frameHeight);
        gl.Enable(EnableCap.Blend);
        gl.BlendFuncSeparate(
            BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)count);
        gl.Disable(EnableCap.Blend);
        count = 0;
    }

    public void Dispose()
    {
        glyphs.Dispose();
        instances.Dispose();
        attributes.Dispose();
        program.Dispose();
    }

    private void Add(HudQuad quad)
    {
        if (count == quads.Length)
        {
            Array.Resize(ref quads, quads.Length * 2);
        }

        quads[count++] = quad;
    }

    private void Attribute(uint index, int size, VertexAttribPointerType type, bool normalized, int offset)
    {
        gl.EnableVertexAttribArray(index);
        gl.VertexAttribPointer(index, size, type, normalized, (uint)sizeof(HudQuad), (void*)offset);
        gl.VertexAttribDivisor(index, 1);
    }
}
