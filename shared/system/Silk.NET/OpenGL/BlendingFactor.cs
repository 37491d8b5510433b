namespace Silk.NET.OpenGL;

public enum BlendingFactor
{
    Zero = 0x0,
    One = 0x1,
    SrcAlpha = 0x302,
    OneMinusSrcAlpha = 0x303,
}
