using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Exporter.Verbs;

namespace LatentWalk.Exporter.Tests;

/// <summary>Runs the program's verbs in this process and keeps what they wrote.</summary>
internal sealed record ExporterRun(int Code, string Output)
{
    private static readonly Lock Gate = new();

    public static ExporterRun Of(params string[] arguments)
    {
        var root = new RootCommand { ExportVerb.Create(), AdoptVerb.Create(), InspectVerb.Create(), RenderVerb.Create(), ServeVerb.Create(), EvalVerb.Create(), BenchVerb.Create() };
        lock (Gate)
        {
            var before = Console.Out;
            var errorsBefore = Console.Error;
            using var output = new StringWriter();
            Console.SetOut(output);
            Console.SetError(output);
            try
            {
                return new ExporterRun(CommandLineHost.Run(root, arguments), output.ToString());
            }
            finally
            {
                Console.SetOut(before);
                Console.SetError(errorsBefore);
            }
        }
    }
}
