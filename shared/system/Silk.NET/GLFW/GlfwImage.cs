namespace Silk.NET.GLFW;

/// <summary>GLFWimage: non-premultiplied RGBA, top row first.</summary>
internal unsafe struct GlfwImage
{
    internal int Width;
    internal int Height;
    internal byte* Pixels;
}
