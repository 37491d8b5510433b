using System.CommandLine;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>bench train</c>, <c>bench loader</c> and <c>bench prepare</c>.</summary>
internal static class BenchVerb
{
    public static Command Create() => new("bench", "Measure this machine; the numbers go into a bug report.")
    {
        BenchTrainVerb.Create(),
        BenchLoaderVerb.Create(),
        BenchPrepareVerb.Create(),
    };
}
