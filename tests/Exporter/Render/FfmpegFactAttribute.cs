using LatentWalk.Filming;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

/// <summary>Skips where ffmpeg is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute() => Skip = Ffmpeg.Find() is null ? "needs ffmpeg" : null!;
}
