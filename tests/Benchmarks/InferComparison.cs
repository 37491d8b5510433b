using System.CommandLine;

namespace LatentWalk.Benchmarks;

/// <summary>The viewer's way from latent to uploaded picture against ONNX Runtime's bare Run of the same file in the same process.</summary>
internal static class InferComparison
{
    public static Command Create()
    {
        var generator = new Argument<string>("generator") { Description = "The generator file (.onnx)." };
        var runs = new Option<int>("--runs") { Description = "Runs.", DefaultValueFactory = _ => 5 };
        var command = new Command("infer", "One picture: latent to uploaded picture against bare Run.") { generator, runs };
        command.SetAction(parsed =>
        {
            var bench = BuiltProgram.Of("Viewer", "bench", "infer", parsed.GetValue(generator)!, "--json");
            var bare = new List<double>();
            var pipeline = new List<double>();
            for (int run = 0; run < parsed.GetValue(runs); run++)
            {
                var figures = bench.Run();
                bare.Add(figures["runMs"]!.GetValue<double>());
                pipeline.Add(figures["pipelineMs"]!.GetValue<double>());
                Console.WriteLine($"  Run {bare[^1]:0.000} ms   latent to picture {pipeline[^1]:0.000} ms   {bare[^1] / pipeline[^1]:P0} of its rate");
            }

            Console.WriteLine($"Medians: Run {Medians.Of(bare):0.000} ms, latent to picture {Medians.Of(pipeline):0.000} ms: {Medians.Of(bare) / Medians.Of(pipeline):P0} of its rate");
            return 0;
        });
        return command;
    }
}
