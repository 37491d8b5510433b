namespace Silk.NET.OpenGL;

public enum BlendEquationModeEXT
{
    FuncAdd = 0x8006,
}
