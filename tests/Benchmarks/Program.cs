using System.CommandLine;
using LatentWalk.Benchmarks;
using LatentWalk.Cli;

return CommandLineHost.Run(new RootCommand("Races our programs against their peers; medians of alternated runs.") { TrainComparison.Create(), PresetComparison.Create(), RecipeRace.Create(), InferComparison.Create(), LoaderComparison.Create(), GrowthComparison.Create(), ExportComparison.Create(), RenderComparison.Create(), EvalTiming.Create() }, args);
