namespace Silk.NET.OpenGL;

public enum StringName
{
    Vendor = 0x1F00,
    Renderer = 0x1F01,
    Version = 0x1F02,
    ShadingLanguageVersion = 0x8B8C,
}
