using Xunit;

namespace LatentWalk.Data.Tests;

/// <summary>A test with links and pipes.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Links and pipes as here are Unix's.";
        }
    }
}
