using System.CommandLine;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Inference;
using LatentWalk.Viewer.Bench;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;
using Command = System.CommandLine.Command;

namespace LatentWalk.Viewer.Verbs;

/// <summary>Times bare inference against the window's way from latent to uploaded picture.</summary>
internal static class BenchInferVerb
{
    public static Command Create()
    {
        var what = new Argument<string?>("WHAT")
        {
            Description = "A generator (.onnx) or a run folder; nothing: the newest of runs/, else models/.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var provider = new Option<ProviderChoice>("--provider") { Description = "What runs the generator.", DefaultValueFactory = _ => ProviderChoice.Auto };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each, alternated; the median counts.", DefaultValueFactory = _ => 41 };
        var pictures = new Option<int>("--pictures") { Description = "Pictures in a round.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("infer", "Time bare inference against latent to uploaded picture.") { what, provider, rounds, pictures, json };
        command.SetAction(parsed =>
        {
            OpenTarget target = new OpenResolver(ModelFolders.Default).Resolve(parsed.GetValue(what));
            GeneratorSession session = GeneratorSession.Open(
                target.Generator!, new InferenceSettings { Provider = parsed.GetValue(provider) });
            using GeneratorSource source = new(session);
            using IHeadlessContext context = HeadlessContext.Open();
            using PictureTexture texture = new(context.Gl, source.Width, source.Height);
            using InferBench bench = new(session, source, texture, Math.Max(1, parsed.GetValue(pictures)));
            InferResult result = bench.Measure(Math.Max(1, parsed.GetValue(rounds)));
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(result, VerbJson.Default.InferResult)
                : Describe(result));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static string Describe(InferResult result) =>
        $"{result.Generator}, {result.Width}x{result.Height}, {result.Provider}: bare run {result.RunMs:0.00} ms, latent to picture {result.PipelineMs:0.00} ms ({result.Ratio:P0} of the bare rate), alone {result.LatencyMs:0.00} ms";
}
