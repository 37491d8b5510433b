using System.Globalization;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Card;

/// <summary>The measured part of a card: parity of the file, and the run's last log line.</summary>
internal static class CardFigures
{
    // What every tick of training logs; anything else in the log is a measure of the pictures.
    private static readonly Dictionary<string, string> s_training = new(StringComparer.Ordinal)
    {
        ["lossD"] = "discriminator's loss",
        ["lossG"] = "generator's loss",
        ["penalty"] = "gradient penalty",
        ["accuracyReal"] = "discriminator right about real pictures",
        ["accuracyFake"] = "discriminator right about generated pictures",
        ["accuracyClass"] = "asked-for class seen by the discriminator",
    };

    private static readonly HashSet<string> s_counters = new(StringComparer.Ordinal) { "step", "images", "seconds", "imagesPerSecond", "gradientNormD", "gradientNormG" };

    public static IEnumerable<string> Lines(CardSubject subject)
    {
        var metadata = subject.Metadata;
        yield return $"The file ({Variant(metadata)}, {(subject.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB, SHA-256 `{subject.Info.Sha256}`) in ONNX Runtime, when it was written, on \\[-1, 1\\]:";
        yield return "";
        if (metadata.Parity is { } parity)
        {
            yield return $"- against the trainer's own pictures: {parity}";
        }

        if (metadata.FullParity is { } full)
        {
            yield return $"- against the plain float32 graph of the same weights: {full}";
        }

        var quality = Quality(subject.Run);
        var training = subject.Run?.Log.Where(pair => s_training.ContainsKey(pair.Key)).ToList() ?? [];
        if (quality.Count + training.Count > 0)
        {
            yield return "";
            yield return $"The run's log at step {subject.Run!.Log["step"].ToString("0", CultureInfo.InvariantCulture)}:";
            yield return "";
            yield return "| | |";
            yield return "|---|---|";
            foreach (var (name, value) in quality.Concat(training))
            {
                yield return $"| {CardText.Markdown(s_training.GetValueOrDefault(name, name))} | {value.ToString("g4", CultureInfo.InvariantCulture)} |";
            }
        }
    }

    /// <summary>Measures of the pictures in the run's log, if it has any.</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> Quality(RunRecord? run) =>
        [.. (run?.Log ?? new Dictionary<string, double>()).Where(pair => !s_training.ContainsKey(pair.Key) && !s_counters.Contains(pair.Key))];

    private static string Variant(GeneratorMetadata metadata) => new GraphOptions
    {
        Precision = metadata.Precision ?? Precision.Full,
        Upsample = metadata.Upsample ?? Upsample.Transposed,
        Pixels = metadata.Range == PixelRange.Levels ? PixelOutput.Rgba8 : PixelOutput.Floats,
    }.ToString();
}
