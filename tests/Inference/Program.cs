using LatentWalk.Core.Errors;
using LatentWalk.Inference.Tests.Safety;

namespace LatentWalk.Inference.Tests;

/// <summary>
/// The tests as a program of its own, for those that watch what a process does: <c>open FOLDER</c> opens every file of a folder as a
/// generator and says what became of it.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not ["open", var folder])
        {
            return (int)ExitCode.Usage;
        }

        Console.Out.Write(OpenedFolder.Open(folder));
        return (int)ExitCode.Ok;
    }
}
