using System.CommandLine;
using Command = System.CommandLine.Command;

namespace LatentWalk.Viewer.Verbs;

/// <summary><c>bench infer</c> and <c>bench viewer</c>.</summary>
internal static class BenchVerb
{
    public static Command Create() => new("bench", "Measure this machine; the numbers go into a bug report.")
    {
        BenchInferVerb.Create(),
        BenchViewerVerb.Create(),
    };
}
