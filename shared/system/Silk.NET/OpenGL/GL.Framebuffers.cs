namespace Silk.NET.OpenGL;

/// <summary>Framebuffers and reading back.</summary>
public sealed unsafe partial class GL
{
    private nint glGenFramebuffers;
    private nint glDeleteFramebuffers;
    private nint glBindFramebuffer;
    private nint glFramebufferTexture2D;
    private nint glCheckFramebufferStatus;
    private nint glReadPixels;

    public uint GenFramebuffer()
    {
        uint name;
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glGenFramebuffers, "glGenFramebuffers"))(1, &name);
        return name;
    }

    public void DeleteFramebuffer(uint framebuffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glDeleteFramebuffers, "glDeleteFramebuffers"))(1, &framebuffers);

    public void BindFramebuffer(FramebufferTarget target, uint framebuffer) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glBindFramebuffer, "glBindFramebuffer"))((uint)target, framebuffer);

    public void FramebufferTexture2D(FramebufferTarget target, FramebufferAttachment attachment, TextureTarget textarget, uint texture, int level) =>
        ((delegate* unmanaged<uint, uint, uint, uint, int, void>)Entry(ref glFramebufferTexture2D, "glFramebufferTexture2D"))((uint)target, (uint)attachment, (uint)textarget, texture, level);

    public GLEnum CheckFramebufferStatus(FramebufferTarget target) =>
        (GLEnum)((delegate* unmanaged<uint, uint>)Entry(ref glCheckFramebufferStatus, "glCheckFramebufferStatus"))((uint)target);

    public void ReadPixels(int x, int y, uint width, uint height, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, uint, uint, uint, uint, void*, void>)Entry(ref glReadPixels, "glReadPixels"))(x, y, width, height, (uint)format, (uint)type, pixels);
}
