using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Evaluation;
using LatentWalk.Imaging;
using LatentWalk.Inference.Features;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>eval</c>: a generator's pictures against real ones, in numbers.</summary>
internal static class EvalVerb
{
    private const string Help = """
        Measure a generator's pictures against real ones: distances, precision and recall, diversity, sharpness, memorising.

        Examples:
          lw eval faces.onnx --data faces.lwset
          lw eval runs/faces --json                   (against the pictures that the run was trained on)
          lw eval others.lwset --data faces.lwset     (real against real)
          lw eval faces.onnx --data faces.lwset --sheet nearest.png

        The same files and options give the same numbers. docs/training.md says what each one is.
        """;

    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "A generator file (.onnx), a run folder (its newest checkpoint), a .safetensors file; or pictures: a folder, a zip or a set." };
        var data = new Option<string?>("--data") { Description = "The real pictures: a folder, a zip or a set. Of a run, its own if not given.", HelpName = "SET" };
        var samples = new Option<int>("--samples") { Description = "Pictures to generate, of seeds 0 and on.", DefaultValueFactory = _ => EvalRequest.DefaultSamples };
        var pictures = new Option<int>("--pictures") { Description = "The most real pictures to hold them against.", DefaultValueFactory = _ => EvalRequest.DefaultPictures };
        var seed = new Option<ulong>("--seed") { Description = "Which real pictures and patches are drawn.", DefaultValueFactory = _ => 1 };
        var size = new Option<int?>("--size") { Description = "Of two folders: the side to bring pictures to; 64 if not given." };
        var fit = new Option<string>("--fit") { Description = "What makes a picture square: crop or pad.", DefaultValueFactory = _ => "crop" };
        fit.AcceptOnlyFromAmong("crop", "pad");
        var weights = new Option<string?>("--weights") { Description = "Of a checkpoint: ema (the average over training) or raw. Default: ema where the run kept an average." };
        weights.AcceptOnlyFromAmong([.. WeightSet.All.Select(set => set.Name)]);
        var features = new Option<string?>("--features") { Description = "A network whose features are compared, such as Inception for numbers comparable with papers. Default: a built-in one with random weights.", HelpName = "FILE.onnx" };
        var output = new Option<string?>("--features-output") { Description = "Which output of it; the first that is a vector if not given.", HelpName = "NAME" };
        var range = new Option<string>("--features-range") { Description = "What its input means by black and white: centred (-1 to 1), unit (0 to 1), levels (0 to 255) or imagenet (unit, less ImageNet's mean, over its deviation).", DefaultValueFactory = _ => "centred" };
        range.AcceptOnlyFromAmong([.. Enum.GetNames<FeatureRange>().Select(name => name.ToLowerInvariant())]);
        var sheet = new Option<string?>("--sheet") { Description = "Also write generated pictures beside their nearest real ones.", HelpName = "FILE.png" };
        var best = new Option<string?>("--best") { Description = "Also write those generated pictures that look most like real ones, by their features.", HelpName = "FILE.png" };
        var worst = new Option<string?>("--worst") { Description = "Also write those that look least like any.", HelpName = "FILE.png" };
        var quick = new Option<bool>("--quick") { Description = "Fewer patches and pixels: swd and palette as training logs them." };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        var command = new Command("eval", Help) { subject, data, samples, pictures, seed, size, fit, weights, features, output, range, sheet, best, worst, quick, json };
        command.SetAction(parsed => Evaluate(
            new EvalRequest
            {
                Subject = parsed.GetValue(subject)!,
                Data = parsed.GetValue(data),
                Samples = parsed.GetValue(samples),
                Pictures = parsed.GetValue(pictures),
                Seed = parsed.GetValue(seed),
                Size = parsed.GetValue(size),
                Fit = Enum.Parse<Fit>(parsed.GetValue(fit)!, ignoreCase: true),
                Weights = WeightSet.All.FirstOrDefault(set => set.Name == parsed.GetValue(weights)),
                Features = parsed.GetValue(features),
                FeaturesOutput = parsed.GetValue(output),
                FeaturesRange = Enum.Parse<FeatureRange>(parsed.GetValue(range)!, ignoreCase: true),
                Sheet = parsed.GetValue(sheet),
                Best = parsed.GetValue(best),
                Worst = parsed.GetValue(worst),
                Quick = parsed.GetValue(quick),
            },
            parsed.GetValue(json)));
        return command;
    }

    private static int Evaluate(EvalRequest request, bool asJson)
    {
        using var signal = new ShutdownSignal();
        EvalResult result;
        try
        {
            result = Evaluator.Evaluate(request, signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped while measuring; nothing was written.");
            throw;
        }

        if (asJson)
        {
            Console.Out.WriteLine(result.ToJson());
        }
        else
        {
            EvalTable.Write(result, Console.Out);
            Talk.Info($"Features: {result.Features}. Pictures: {result.Size}×{result.Size}.");
        }

        if (request.Sheet is not null)
        {
            Talk.Info($"'{request.Sheet}' has generated pictures, each with the {NearestSheet.Neighbours} real ones nearest to it: on the left the nearest of all, on the right the first of the sample.");
        }

        if ((request.Best ?? request.Worst) is not null)
        {
            Talk.Info($"'{string.Join("' and '", new[] { request.Best, request.Worst }.OfType<string>())}': {Math.Min(RankedSheet.Pictures, result.Values.Samples)} of {result.Values.Samples}, the extreme first.");
        }

        return (int)ExitCode.Ok;
    }
}
