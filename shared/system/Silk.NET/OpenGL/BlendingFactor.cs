namespace Silk.NET.OpenGL;

public enum BlendingFactor
{
    One = 0x1,
    SrcAlpha = 0x302,
    OneMinusSrcAlpha = 0x303,
}
