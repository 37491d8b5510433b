using System.Globalization;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Inspect;

namespace LatentWalk.Exporter.Card;

/// <summary>
/// A generator's model card: Markdown under a YAML head. Every statement in it comes from the file, from its run or from the user;
/// what nobody said is left out or said to be unknown.
/// </summary>
internal static class ModelCard
{
    private const int DirectionsShown = 8;

    public static string Write(CardSubject subject) => string.Join('\n',
    [
        .. Head(subject),
        "",
        $"# {CardText.Markdown(subject.Info.Name)}",
        "",
        $"A generator of {subject.Info.Width}×{subject.Info.Height} pictures as one ONNX file: {CardText.Markdown(subject.Info.Convention)}"
            + $"{(subject.Info.Classes > 0 ? $", with c \\[n, {subject.Info.Classes}\\] for the class" : "")}; z is drawn from N(0, 1).",
        "",
        $"![Pictures of seeds {subject.Seeds}]({Uri.EscapeDataString(subject.Sheet)})",
        .. Section("Use", Use(subject)),
        .. Section("Trained on", TrainedOn(subject)),
        .. Section("Training", Training(subject)),
        .. Section("Measured", CardFigures.Lines(subject)),
        .. Section("Directions", Directions(subject)),
        .. Section("Limits", Limits(subject)),
        .. Section("Licence", [subject.Metadata.License is { } license ? $"{CardText.Markdown(license)}, as given by whoever exported the file." : "None was given when the file was exported."]),
        "",
    ]);

    private static IEnumerable<string> Head(CardSubject subject)
    {
        string task = subject.Info.Classes > 0 ? "conditional-image-generation" : "unconditional-image-generation";
        yield return "---";
        if (subject.Metadata.License is { } license)
        {
            yield return $"license: {CardText.Yaml(license)}";
        }

        yield return "library_name: onnx";
        if (subject.Info.Classes == 0)
        {
            yield return $"pipeline_tag: {task}";
        }

        yield return "tags:";
        foreach (string tag in (string[])["gan", .. Network(subject) is { } spec ? [spec.Network] : Array.Empty<string>(), "onnx", "latent-walk", task])
        {
            yield return $"- {CardText.Yaml(tag)}";
        }

        yield return "---";
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        string[] content = [.. lines];
        return content.Length == 0 ? [] : ["", $"## {title}", "", .. content];
    }

    private static IEnumerable<string> Use(CardSubject subject) =>
    [
        "```",
        $"lw view {Argument(subject.File)}",
        $"lw render {Argument(subject.File)} --seeds 0-15 -o pictures",
        "```",
        "",
        "Or with Python, `pip install onnxruntime pillow`:",
        "",
        "```python",
        CardSnippet.Python(subject.File, subject.Info).ReplaceLineEndings("\n"),
        "```",
    ];

    private static IEnumerable<string> TrainedOn(CardSubject subject)
    {
        var run = subject.Run;
        string count = run?.PictureCount is { } pictures ? $"{Count(pictures)} pictures" : "An unrecorded number of pictures";
        string name = run?.Pictures is { } folder ? $", “{CardText.Markdown(folder)}”" : "";
        string fit = run?.Fit switch { "pad" => ", padded to squares", "crop" => ", cropped to squares", _ => "" };
        yield return $"{count}{name}{fit}{(run?.Mirror == true ? ", each also mirrored" : "")}, at {subject.Info.Width}×{subject.Info.Height}.";
        if (subject.Metadata.ClassNames.Count > 0)
        {
            yield return $"Classes, in the order of c: {string.Join(", ", subject.Metadata.ClassNames.Select(CardText.Markdown))}.";
        }

        if (subject.Metadata.Dataset is { Length: > 0 } fingerprint)
        {
            yield return $"Fingerprint (SHA-256 of the decoded pictures): `{fingerprint}`.";
        }
    }

    private static IEnumerable<string> Training(CardSubject subject)
    {
        var (metadata, run, spec) = (subject.Metadata, subject.Run, Network(subject));
        (string, string?)[] rows =
        [
            ("preset", metadata.Preset),
            ("network", spec is null ? null : NetworkText.Of(spec, $"{spec.Width} filters in the last hidden layer")),
            ("steps", metadata.Step is { } step ? Count(step) : null),
            ("pictures shown", metadata.ImagesSeen is { } seen ? Count(seen) + (run?.PictureCount is > 0 and { } all ? $" ({((double)seen / all).ToString("0.#", CultureInfo.InvariantCulture)} times the set)" : "") : null),
            ("time", run?.Seconds is { } seconds ? Duration(seconds) + (run.Device is { } device ? $" on {device}" : "") : null),
            ("batch", run?.Batch is { } batch ? Count(batch) : null),
            ("seed", run?.Seed?.ToString(CultureInfo.InvariantCulture)),
            ("weights", metadata.Weights switch { "ema" => "the moving average over training", "raw" => "those of the last step", _ => metadata.Weights }),
            ("checkpoint", metadata.Checkpoint is { } sha256 ? $"SHA-256 `{sha256}`" : null),
            ("author", metadata.Author),
        ];
        return ["| | |", "|---|---|", .. rows.Where(row => row.Item2 is not null).Select(row => $"| {row.Item1} | {(row.Item2!.Contains('`', StringComparison.Ordinal) ? row.Item2 : CardText.Markdown(row.Item2))} |")];
    }

    private static IEnumerable<string> Directions(CardSubject subject)
    {
        var all = subject.Metadata.Directions;
        return all.Count == 0 ? [] :
        [
            $"{all.Count} directions in latent space are in the file, unit vectors; the viewer flies along them.",
            "",
            "| direction | explained variance |",
            "|---|---|",
            .. all.Take(DirectionsShown).Select(d => $"| {CardText.Markdown(d.Name)} | {(d.ExplainedVariance * 100).ToString("0.0", CultureInfo.InvariantCulture)} % |"),
        ];
    }

    private static IEnumerable<string> Limits(CardSubject subject)
    {
        yield return $"- It draws {subject.Info.Width}×{subject.Info.Height} and nothing larger, and knows what its training pictures show and nothing else; what is rare among them is rare here.";
        if (CardFigures.Quality(subject.Run).Count == 0)
        {
            yield return "- Its pictures were not measured (FID and the like) in this run, nor how close they come to single pictures of the training set. Look before you publish.";
        }

        if (subject.Metadata.Precision is Precision.Float16)
        {
            yield return "- It computes in float16, which is for graphics cards: on a CPU, ONNX Runtime converts every layer to float32 and back, and is slower than with fp32.";
        }

        if (subject.Metadata.Precision is Precision.Int8Weights)
        {
            yield return "- Its weights are bytes: pictures are those of the float32 file but for a few levels, as measured above.";
        }

        if (subject.Metadata.Upsample is Upsample.Resize)
        {
            yield return "- It doubles pictures with Resize and Conv, for runtimes without a right ConvTranspose: about three times slower.";
        }
    }

    private static GeneratorSpec? Network(CardSubject subject) =>
        subject.Metadata.Generator is { } json ? NetworkJson.ParseGenerator(json, subject.File) : null;

    private static string Argument(string file) => file.Any(char.IsWhiteSpace) ? $"\"{file}\"" : file;

    private static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Duration(double seconds) => seconds < 60 ? $"{seconds.ToString("0", CultureInfo.InvariantCulture)} s"
        : seconds < 3600 ? $"{(seconds / 60).ToString("0", CultureInfo.InvariantCulture)} min"
        : $"{(seconds / 3600).ToString("0.0", CultureInfo.InvariantCulture)} h";
}
