using System.CommandLine;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>bench</c>: measures this machine; the other programs have the other benches.</summary>
internal static class BenchVerb
{
    public static Command Create() => new("bench", "Measure this machine.") { BenchPngVerb.Create(), BenchExportVerb.Create() };
}
