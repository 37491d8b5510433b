namespace Silk.NET.OpenGL;

public enum FramebufferTarget
{
    Framebuffer = 0x8D40,
}
