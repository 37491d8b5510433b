namespace Silk.NET.OpenGL;

public enum PrimitiveType
{
    TriangleStrip = 0x5,
}
