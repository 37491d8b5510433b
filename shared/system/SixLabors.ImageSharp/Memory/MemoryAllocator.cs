namespace SixLabors.ImageSharp.Memory;

/// <summary>Holds the limit on what one image may take; the arrays themselves come from the garbage collector.</summary>
public abstract class MemoryAllocator
{
    private protected MemoryAllocator()
    {
    }

    public static MemoryAllocator Default { get; } = Create();

    internal abstract long ImageLimitBytes { get; }

    public static MemoryAllocator Create() => Create(default);

    public static MemoryAllocator Create(MemoryAllocatorOptions options) =>
        new LimitedAllocator((options.AllocationLimitMegabytes ?? 4096) * 1024L * 1024);

    /// <summary>Checks the limit before pixels of an image are allocated.</summary>
    internal void Claim(long width, long height, int pixelBytes)
    {
        long bytes = width * height * pixelBytes;
        if (bytes > this.ImageLimitBytes || width * height > Array.MaxLength)
        {
            throw new InvalidMemoryOperationException(
                $"An image of {width}x{height} needs {bytes} bytes, more than the allowed {this.ImageLimitBytes}.");
        }
    }

    private sealed class LimitedAllocator(long limitBytes) : MemoryAllocator
    {
        internal override long ImageLimitBytes => limitBytes;
    }
}
