using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>A test that needs real signals.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals to send to another process.";
        }
    }
}
