using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>The program of one way to scale. Uniforms that one does not read are at -1, which OpenGL ignores.</summary>
internal sealed class ScaleProgram : IDisposable
{
    private readonly GL gl;
    private readonly ShaderProgram program;
    private readonly int sheet;
    private readonly int picture;
    private readonly int texel;
    private readonly int footprint;

    internal ScaleProgram(GL gl, ScaleKind kind)
    {
        this.gl = gl;
        program = new ShaderProgram(gl, $"scale ({kind})", ScaleShader.Vertex, ScaleShader.Fragment(kind));
        sheet = program.Uniform("sheet");
        picture = program.Uniform("picture");
        texel = program.Uniform("texel");
        footprint = kind == ScaleKind.Area ? program.Uniform("footprint") : -1;
        program.Use();
        gl.Uniform1(program.Uniform("source"), 0);
    }

    /// <summary>Draws every tile of <paramref name="source"/>, each tileWidth × tileHeight, over the bound framebuffer.</summary>
    internal void Draw(PictureTexture source, int tileWidth, int tileHeight)
    {
        program.Use();
        source.Bind(TextureUnit.Texture0);
        gl.Uniform2(sheet, source.Columns, source.Rows);
        gl.Uniform2(picture, source.Width, source.Height);
        gl.Uniform2(texel, 1f / (source.Width * source.Columns), 1f / (source.Height * source.Rows));
        gl.Uniform2(footprint, source.Width / (float)tileWidth, source.Height / (float)tileHeight);
        gl.Disable(EnableCap.Blend);
        gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)(source.Columns * source.Rows));
    }

    public void Dispose() => program.Dispose();
}
