using System.Globalization;
using System.Text.RegularExpressions;

namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>A documented command with its numbers made small: the same verb, options and files, so that it takes a second.</summary>
internal sealed partial class SmallForm
{
    private static readonly string[] s_outputs = ["-o", "--out", "--web", "--triton", "--sheet"];

    /// <summary>Values that are only how much of it: enough of it to be the same thing.</summary>
    private static readonly Dictionary<string, Func<string, string>> s_amounts = new()
    {
        ["--count"] = _ => "24",
        ["--painted"] = _ => "64",
        ["--samples"] = _ => "32",
        ["--pictures"] = _ => "48",
        ["--frames"] = _ => "3",
        ["--loop"] = _ => "0.4",
        ["--seconds"] = _ => "1",
        ["--runs"] = _ => "1",
        ["--seeds"] = seeds => Range().Replace(seeds, match => $"{match.Groups[1].Value}-{Math.Min(Number(match.Groups[2].Value), Number(match.Groups[1].Value) + 3)}"),
    };

    private static readonly Dictionary<string, string[]> s_additions = new()
    {
        ["eval"] = ["--samples", "16", "--pictures", "32"],
        ["bench train"] = ["--steps", "1", "--batch", "4", "--preset", "modern-64"],
        ["bench infer"] = ["--rounds", "3", "--pictures", "4"],
        ["bench loader"] = ["--runs", "1"],
        ["bench prepare"] = ["--runs", "1"],
    };

    private readonly Sandbox _sandbox;
    private readonly string _folder;

    public SmallForm(Sandbox sandbox, string document) => (_sandbox, _folder) = (sandbox, sandbox.Folder(document));

    /// <summary>Runs <paramref name="command"/>, which begins with <c>./lw</c>, where its files are.</summary>
    public ProgramRun Run(DocumentedCommand command)
    {
        string[] words = [.. command.Words().Skip(1)];
        string verb = Launcher.VerbOf(words);
        string program = Launcher.ProgramOf(verb) ?? throw new InvalidOperationException($"there is no verb '{verb}'");
        if (verb == "doctor" && words.Skip(1).Any(word => !word.StartsWith('-')))
        {
            program = "Trainer";
        }

        List<string> arguments = [];
        string before = "";
        foreach (string word in words)
        {
            if (!word.StartsWith('-') && !s_outputs.Contains(before) && !(verb is "train" or "paint" && before is "--run" or "paint"))
            {
                _sandbox.Provide(_folder, word);
            }

            arguments.Add(s_amounts.TryGetValue(before, out var small) ? small(word) : Existing(word));
            before = word;
        }

        foreach (string[] pair in s_additions.GetValueOrDefault(verb, []).Chunk(2).Where(pair => !arguments.Contains(pair[0])))
        {
            arguments.AddRange(pair);
        }

        if (verb == "train")
        {
            Shorten(arguments);
        }
        else if (verb == "view" && !arguments.Contains("--headless"))
        {
            arguments.AddRange(["--headless", "--out", "frames-of-view", "--size", "96x96"]);
            if (!arguments.Contains("--replay"))
            {
                arguments.AddRange(["--frames", "2"]);
            }
        }
        else if (verb == "export" && arguments.Contains("--web") && !arguments.Contains("--runtime"))
        {
            arguments.AddRange(["--runtime", Path.Combine(Checkout.Root, ".lw", "onnxruntime-web")]);      // as lw does
        }

        return ProgramRun.Start("dotnet", [Checkout.Program(program), .. arguments], environment: null, _folder);
    }

    // Two steps of a network of few filters; one that goes on takes one more than there are.
    private void Shorten(List<string> arguments)
    {
        string run = Path.Combine(_folder, arguments[arguments.IndexOf("--run") + 1]);
        long steps = 2;
        if (arguments.Contains("--resume"))
        {
            _sandbox.Provide(_folder, Path.GetRelativePath(_folder, run).Replace('\\', '/'));
            steps = 1 + Directory.GetFiles(Path.Combine(run, "checkpoints"), "step-*.safetensors").Max(file => Number(Digits().Match(Path.GetFileName(file)).Value));
        }
        else if (Directory.Exists(run))
        {
            Directory.Delete(run, recursive: true);
        }

        int at = arguments.IndexOf("--steps");
        if (at >= 0)
        {
            arguments[at + 1] = steps.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            arguments.AddRange(["--steps", steps.ToString(CultureInfo.InvariantCulture)]);
        }

        (string Name, string Value)[] fewer = [("--batch", "4"), ("--generator.width", "8"), ("--discriminator.width", "8"), ("--threads", "2"), ("--checkpoint-every", "1")];
        foreach ((string name, string value) in fewer)
        {
            int given = arguments.IndexOf(name);
            if (given >= 0)
            {
                arguments[given + 1] = value;
            }
            else
            {
                arguments.AddRange([name, value]);
            }
        }
    }

    // A document names the checkpoint of some step; here there are those of others.
    private string Existing(string word)
    {
        string path = Path.Combine(_folder, word);
        if (!CheckpointPath().IsMatch(word) || File.Exists(path))
        {
            return word;
        }

        _sandbox.Provide(_folder, word.Split("/checkpoints")[0]);
        return Directory.GetFiles(Path.GetDirectoryName(path)!, "*.safetensors").Order(StringComparer.Ordinal).Last();
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+)-(\d+)")]
    private static partial Regex Range();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^runs/[\w-]+/checkpoints/.*\.safetensors$")]
    private static partial Regex CheckpointPath();
}
