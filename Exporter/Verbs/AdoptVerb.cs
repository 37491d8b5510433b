using System.CommandLine;
using System.Globalization;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Adopt;
using LatentWalk.Exporter.Directions;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>adopt</c>: somebody else's generator → one that says what it is.</summary>
internal static class AdoptVerb
{
    private static readonly Dictionary<string, PixelRange?> Ranges = new(StringComparer.Ordinal)
    {
        ["auto"] = null, ["-1,1"] = PixelRange.SignedUnit, ["0,1"] = PixelRange.Unit, ["0,255"] = PixelRange.Levels,
    };

    public static Command Create()
    {
        var command = new Command("adopt", "Find out what somebody else's generator (.onnx) takes and makes, and write that and its directions into a copy; its graph stays as it is, byte by byte. Example: lw adopt theirs.onnx -o ours.onnx --author \"A. Nother\"");
        var source = new Argument<string>("file") { Description = "A generator (.onnx), or with --arch its weights alone (.safetensors)." };
        var output = new Option<string>("--output", "-o") { Description = "The generator file to write.", Required = true };
        var architecture = new Option<string?>("--arch") { Description = "Of .safetensors: the network that they belong to. dcgan is PyTorch's example (main.0.weight, ...)." };
        architecture.AcceptOnlyFromAmong(DcganLayout.Name);
        var slope = new Option<float>("--leaky-slope") { Description = "With --arch: the slope of its LeakyReLU; 0 is ReLU, as in the example." };
        var range = new Option<string>("--range") { Description = "What the numbers of its pictures mean, where running it would mislead: -1,1 or 0,1.", DefaultValueFactory = _ => "auto" };
        range.AcceptOnlyFromAmong([.. Ranges.Keys]);
        var author = new Option<string?>("--author") { Description = "Stored as model_author." };
        var license = new Option<string?>("--license") { Description = "Stored as model_license." };
        var truncation = new Option<float?>("--truncation") { Description = "The truncation that a viewer begins with (0 to 2; default: 1)." };
        var seeds = new Option<string?>("--seeds") { Description = "Seeds worth showing, such as 0-15,40: the first is where a walk begins." };
        var directions = new DirectionOptions();
        command.Add(source);
        foreach (Option option in (Option[])[output, architecture, slope, range, author, license, truncation, seeds, .. directions.All])
        {
            command.Add(option);
        }

        command.SetAction(parsed => Adopt(new AdoptRequest
        {
            Source = parsed.GetValue(source)!,
            Output = parsed.GetValue(output)!,
            Architecture = parsed.GetValue(architecture),
            LeakySlope = parsed.GetValue(slope),
            Range = Ranges[parsed.GetValue(range)!],
            Author = parsed.GetValue(author),
            License = parsed.GetValue(license),
            Truncation = parsed.GetValue(truncation),
            Seeds = SeedsOf(parsed.GetValue(seeds)),
            Directions = directions.Read(parsed),
        }));
        return command;
    }

    private static int Adopt(AdoptRequest request)
    {
        AdoptChecks.Require(request);
        var adopted = request.Architecture is null ? GeneratorAdoption.Adopt(request) : DcganAdoption.Adopt(request);
        AtomicFile.Write(request.Output, stream => stream.Write(adopted.File));
        foreach (string note in adopted.Notes)
        {
            Talk.Info(note);
        }

        foreach (string missing in Missing(adopted.Metadata))
        {
            Talk.Info(missing);
        }

        Console.Out.WriteLine(request.Output);
        return (int)ExitCode.Ok;
    }

    private static IEnumerable<string> Missing(GeneratorMetadata metadata)
    {
        string[] unsaid = [.. new[] { (metadata.Author, "--author"), (metadata.License, "--license") }.Where(pair => pair.Item1 is null).Select(pair => pair.Item2)];
        return unsaid.Length == 0 ? [] : [$"Nobody can find out by themselves whose it is: say it with {string.Join(" and ", unsaid)}."];
    }

    private static IReadOnlyList<ulong>? SeedsOf(string? text)
    {
        string? problem = null;
        return text is null ? null
            : SeedList.TryParse(text, out problem)
                ?? throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--seeds '{text}': {problem}; expected seeds such as 0-15,40."));
    }
}
