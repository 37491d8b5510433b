using System.Globalization;
using System.Text.RegularExpressions;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Names in the checkpoints folder.</summary>
internal static partial class CheckpointNames
{
    internal const string Ending = ".safetensors";
    internal const string Manifest = "manifest.json";

    /// <summary>"step-000200.safetensors"; a further <paramref name="attempt"/> at the same step gets "-2", "-3", …</summary>
    internal static string Generation(long step, int attempt = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"step-{step:D6}{(attempt > 1 ? $"-{attempt}" : string.Empty)}{Ending}");

    internal static bool IsGeneration(string name) => GenerationPattern().IsMatch(name);

    [GeneratedRegex(@"^step-[0-9]{6,19}(-[0-9]{1,9})?\.safetensors$", RegexOptions.CultureInvariant)]
    private static partial Regex GenerationPattern();
}
