namespace Silk.NET.OpenGL;

[Flags]
public enum MapBufferAccessMask
{
    None = 0x0,
    ReadBit = 0x1,
    WriteBit = 0x2,
    InvalidateRangeBit = 0x4,
    InvalidateBufferBit = 0x8,
    UnsynchronizedBit = 0x20,
}
