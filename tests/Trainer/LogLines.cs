using System.Text.RegularExpressions;

namespace LatentWalk.Trainer.Tests;

/// <summary>What a log says but for the clock, which no two runs share.</summary>
internal static partial class LogLines
{
    public static string WithoutClock(string path) => Clock().Replace(File.ReadAllText(path), "");

    [GeneratedRegex("\"(seconds|imagesPerSecond)\":[0-9.eE+-]+,")]
    private static partial Regex Clock();
}
