using System.Reflection;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>Where the checkout under test lies and how it was built.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("Root");

    public static string Program(string name) =>
        Path.Combine(Root, name, "bin", Metadata("Configuration"), "net10.0", $"LatentWalk.{name}.dll");

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
