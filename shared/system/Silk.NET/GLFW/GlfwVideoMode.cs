namespace Silk.NET.GLFW;

/// <summary>GLFWvidmode.</summary>
internal struct GlfwVideoMode
{
    internal int Width;
    internal int Height;
    internal int RedBits;
    internal int GreenBits;
    internal int BlueBits;
    internal int RefreshRate;
}
