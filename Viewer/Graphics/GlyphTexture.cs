using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>The font's glyph sheet as a one-channel texture.</summary>
internal sealed class GlyphTexture : IDisposable
{
    private readonly GL gl;
    private readonly uint handle;

    internal GlyphTexture(GL gl)
    {
        this.gl = gl;
        handle = gl.GenTexture();
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, handle);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        ReadOnlySpan<byte> sheet = PixelFont.Sheet();
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.R8, (uint)PixelFont.SheetWidth, (uint)PixelFont.SheetHeight, 0,
            PixelFormat.Red, PixelType.UnsignedByte, sheet);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
    }

    internal void Bind(TextureUnit unit)
    {
        gl.ActiveTexture(unit);
        gl.BindTexture(TextureTarget.Texture2D, handle);
    }

    public void Dispose() => gl.DeleteTexture(handle);
}
