namespace Silk.NET.OpenGL;

public enum PrimitiveType
{
    Triangles = 0x4,
    TriangleStrip = 0x5,
    TriangleFan = 0x6,
}
