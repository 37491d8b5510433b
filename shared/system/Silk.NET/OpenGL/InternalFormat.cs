namespace Silk.NET.OpenGL;

public enum InternalFormat
{
    Rgba8 = 0x8058,
    R8 = 0x8229,
}
