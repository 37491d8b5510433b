namespace Silk.NET.OpenGL;

public enum GetPName
{
    MaxTextureSize = 0xD33,
    DrawFramebufferBinding = 0x8CA6,
}
