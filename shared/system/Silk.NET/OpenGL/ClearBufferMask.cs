namespace Silk.NET.OpenGL;

[Flags]
public enum ClearBufferMask
{
    None = 0x0,
    ColorBufferBit = 0x4000,
}
