namespace Silk.NET.OpenGL;

public enum ProgramPropertyARB
{
    LinkStatus = 0x8B82,
}
