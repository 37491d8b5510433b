using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Trainer.Verbs;

var root = new RootCommand("Latent Walk: trains a generator on a folder of pictures.")
{
    PaintVerb.Create(),
    CollectVerb.Create(),
    PrepareVerb.Create(),
    TrainVerb.Create(),
    ReportVerb.Create(),
    BenchVerb.Create(),
    DoctorVerb.Create(),
};
return CommandLineHost.Run(root, args);
