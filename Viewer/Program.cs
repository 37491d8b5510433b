using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Viewer.Verbs;

var root = new RootCommand("Latent Walk: a window into a generator's pictures.")
{
    ViewVerb.Create(),
    BenchVerb.Create(),
    DoctorVerb.Create(),
};
return CommandLineHost.Run(root, args);
