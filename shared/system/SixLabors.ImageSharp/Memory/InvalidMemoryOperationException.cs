namespace SixLabors.ImageSharp.Memory;

public class InvalidMemoryOperationException : InvalidOperationException
{
    public InvalidMemoryOperationException(string message)
        : base(message)
    {
    }
}
