using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Tests.Checkpoints;

namespace LatentWalk.Core.Tests;

/// <summary>
/// The tests as a program of its own, for those in which a process is killed or its system calls are made to fail:
/// <c>commit RUN STEP</c> commits one checkpoint.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not ["commit", var run, var step])
        {
            return (int)ExitCode.Usage;
        }

        try
        {
            using var store = new CheckpointStore(run);
            TestRun.Commit(store, long.Parse(step));
            Console.Out.Write("saved");
            return (int)ExitCode.Ok;
        }
        catch (LatentWalkException error)
        {
            Console.Out.Write(error.Message);
            return (int)error.ExitCode;
        }
    }
}
