namespace SixLabors.ImageSharp.Memory;

public struct MemoryAllocatorOptions
{
    private int? allocationLimitMegabytes;

    public int? AllocationLimitMegabytes
    {
        readonly get => this.allocationLimitMegabytes;
        set
        {
            if (value is <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), "The allocation limit must be greater than zero.");
            }

            this.allocationLimitMegabytes = value;
        }
    }
}
