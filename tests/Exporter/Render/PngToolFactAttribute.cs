using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

/// <summary>Skips where pngcheck is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PngToolFactAttribute : FactAttribute
{
    public const string Tool = "pngcheck";

    public PngToolFactAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Tool))) ? null! : $"needs {Tool}";
}
