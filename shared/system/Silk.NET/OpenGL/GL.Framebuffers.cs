namespace Silk.NET.OpenGL;

/// <summary>Framebuffers and reading back.</summary>
public sealed unsafe partial class GL
{
    private nint glGenFramebuffers;
    private nint glDeleteFramebuffers;
    private nint glBindFramebuffer;
    private nint glFramebufferTexture2D;
    private nint glCheckFramebufferStatus;
    private nint glBlitFramebuffer;
    private nint glReadBuffer;
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

    public void BlitFramebuffer(int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, ClearBufferMask mask, BlitFramebufferFilter filter) =>
        ((delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void>)Entry(ref glBlitFramebuffer, "glBlitFramebuffer"))(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (uint)mask, (uint)filter);

    public void ReadBuffer(ReadBufferMode src) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glReadBuffer, "glReadBuffer"))((uint)src);

    public void ReadPixels(int x, int y, uint width, uint height, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, uint, uint, uint, uint, void*, void>)Entry(ref glReadPixels, "glReadPixels"))(x, y, width, height, (uint)format, (uint)type, pixels);
}
