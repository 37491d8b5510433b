namespace Silk.NET.OpenGL;

public enum VertexAttribPointerType
{
    UnsignedByte = 0x1401,
    Short = 0x1402,
    UnsignedShort = 0x1403,
    Float = 0x1406,
}
