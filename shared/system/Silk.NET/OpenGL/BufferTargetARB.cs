namespace Silk.NET.OpenGL;

public enum BufferTargetARB
{
    ArrayBuffer = 0x8892,
    PixelPackBuffer = 0x88EB,
    PixelUnpackBuffer = 0x88EC,
}
