namespace Silk.NET.OpenGL;

public enum EnableCap
{
    Blend = 0xBE2,
    ScissorTest = 0xC11,
}
