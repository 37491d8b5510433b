namespace Silk.NET.OpenGL;

public enum GetPName
{
    MaxTextureSize = 0xD33,
}
