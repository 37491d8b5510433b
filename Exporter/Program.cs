using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Exporter.Verbs;

var root = new RootCommand("Latent Walk: turns checkpoints into generator files, and generator files into pictures.")
{
    ExportVerb.Create(),
    AdoptVerb.Create(),
    InspectVerb.Create(),
    RenderVerb.Create(),
    ServeVerb.Create(),
    EvalVerb.Create(),
    BenchVerb.Create(),
};
return CommandLineHost.Run(root, args);
