namespace Silk.NET.OpenGL;

/// <summary>Textures.</summary>
public sealed unsafe partial class GL
{
    private nint glGenTextures;
    private nint glDeleteTextures;
    private nint glBindTexture;
    private nint glActiveTexture;
    private nint glTexImage2D;
    private nint glTexSubImage2D;
    private nint glTexParameteri;
    private nint glPixelStorei;

    public uint GenTexture()
    {
        uint name;
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glGenTextures, "glGenTextures"))(1, &name);
        return name;
    }

    public void DeleteTexture(uint textures) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glDeleteTextures, "glDeleteTextures"))(1, &textures);

    public void BindTexture(TextureTarget target, uint texture) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glBindTexture, "glBindTexture"))((uint)target, texture);

    public void ActiveTexture(TextureUnit texture) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glActiveTexture, "glActiveTexture"))((uint)texture);

    public void TexImage2D(TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<uint, int, uint, uint, uint, int, uint, uint, void*, void>)Entry(ref glTexImage2D, "glTexImage2D"))((uint)target, level, (uint)internalformat, width, height, border, (uint)format, (uint)type, pixels);

    public void TexSubImage2D(TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<uint, int, int, int, uint, uint, uint, uint, void*, void>)Entry(ref glTexSubImage2D, "glTexSubImage2D"))((uint)target, level, xoffset, yoffset, width, height, (uint)format, (uint)type, pixels);

    public void TexParameter(TextureTarget target, TextureParameterName pname, int param) =>
        ((delegate* unmanaged<uint, uint, int, void>)Entry(ref glTexParameteri, "glTexParameteri"))((uint)target, (uint)pname, param);

    public void PixelStore(PixelStoreParameter pname, int param) =>
        ((delegate* unmanaged<uint, int, void>)Entry(ref glPixelStorei, "glPixelStorei"))((uint)pname, param);
}
