using System.Reflection;

namespace LatentWalk.StandIns.Tests.Surface;

internal static class Libraries
{
    /// <summary><c>system</c> or <c>nuget</c>, as this assembly was built.</summary>
    public static string Profile { get; } = typeof(Libraries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "Libraries")?.Value ?? "unknown";
}
