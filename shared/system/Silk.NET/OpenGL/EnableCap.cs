namespace Silk.NET.OpenGL;

public enum EnableCap
{
    CullFace = 0xB44,
    DepthTest = 0xB71,
    Blend = 0xBE2,
    ScissorTest = 0xC11,
    FramebufferSrgb = 0x8DB9,
    DebugOutput = 0x92E0,
}
