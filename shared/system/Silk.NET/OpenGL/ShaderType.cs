namespace Silk.NET.OpenGL;

public enum ShaderType
{
    FragmentShader = 0x8B30,
    VertexShader = 0x8B31,
}
