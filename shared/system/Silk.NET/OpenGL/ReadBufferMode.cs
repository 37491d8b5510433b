namespace Silk.NET.OpenGL;

public enum ReadBufferMode
{
    Back = 0x405,
    ColorAttachment0 = 0x8CE0,
}
