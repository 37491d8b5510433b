namespace Silk.NET.GLFW;

/// <summary>An error that GLFW reported while a window or context was being made.</summary>
public class GlfwException : Exception
{
    internal GlfwException(string message)
        : base(message)
    {
    }
}
