using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Directions;
using LatentWalk.Inference.Features;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>Measures pictures against real ones, and real ones that were held back against the same: what the numbers can be at best.</summary>
internal static class Evaluator
{
    // Real pictures held back are at most this share of them, for those that stay are the yardstick.
    private const int HeldBackShare = 4;

    public static EvalResult Evaluate(EvalRequest request, CancellationToken stop)
    {
        var problems = request.Problems().ToList();
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join("; ", problems) + ".");
        }

        string data = request.Data ?? LabelledSet.OfRun(request.Subject)
            ?? throw new UsageException($"there is nothing to measure '{request.Subject}' against: name real pictures with --data (a folder, a zip or a set).");
        using var subject = OpenSubject(request, data);
        using var real = RealPictures.Open(data, subject.Size, request.Fit, request.Seed);
        RequireEnough(real, data);
        RequireEnough(subject, request.Subject);
        using var network = request.Features is { } path
            ? FeatureSession.Open(path, request.FeaturesOutput, request.FeaturesRange)
            : FeatureSession.BuiltIn(subject.Size);
        var settings = (request.Quick ? QualitySettings.Quick : new QualitySettings()) with { Seed = request.Seed };

        int samples = Math.Min(request.Samples, subject.Count);
        int spare = Math.Max(Math.Min(samples, real.Count / HeldBackShare), real.Count - request.Pictures);
        int heldBack = Math.Min(samples, spare) < PictureSampler.FewestPictures ? 0 : Math.Min(samples, spare);
        int pictures = Math.Min(request.Pictures, real.Count - heldBack);
        using var progress = Talk.Progress("measuring", pictures + heldBack + samples);
        long done = 0;
        var reference = new QualityReference(Sample(real, 0, pictures), settings);
        var floor = heldBack == 0 ? null : reference.Measure(Sample(real, pictures, heldBack));
        var sample = Sample(subject, 0, samples);
        var values = reference.Measure(sample);
        if (request.Sheet is { } sheet)
        {
            NearestSheet.Write(sheet, subject, sample, real, reference);
        }

        if (request.Best is { } best)
        {
            RankedSheet.Write(best, subject, sample, reference, worst: false);
        }

        if (request.Worst is { } worst)
        {
            RankedSheet.Write(worst, subject, sample, reference, worst: true);
        }

        foreach (string trouble in new[] { real.Trouble, (subject as RealPictures)?.Trouble }.OfType<string>())
        {
            Talk.Warn(trouble);
        }

        return new EvalResult(request, subject.Kind, data, subject.Size, network.Name, values, floor);

        PictureSample Sample(IPictureSeries series, int first, int count) => PictureSampler.Take(series.Size, count, network, settings, (place, part, rgb) =>
        {
            stop.ThrowIfCancellationRequested();
            series.Read(first + place, part, rgb);
        }, part => progress.Report(done += part));
    }

    private static IPictureSeries OpenSubject(EvalRequest request, string data)
    {
        string path = request.Subject;
        bool isModel = path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase)
            || (Directory.Exists(path) && (RunFolder.IsRun(path) || Directory.Exists(RunFolder.CheckpointsPath(path))));
        if (isModel)
        {
            return GeneratedPictures.Open(path, request.Samples, request.Weights, Talk.Warn);
        }

        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new BadDataException($"'{path}' does not exist. Name a generator (.onnx), a run, a checkpoint, or pictures to compare with --data.");
        }

        int? size = request.Size ?? (RealPictures.IsPacked(data) && !RealPictures.IsPacked(path) ? SizeOf(data) : null);
        return RealPictures.Open(path, size, request.Fit, request.Seed);
    }

    private static int SizeOf(string set)
    {
        using var packed = Data.PackedSet.Open(set);
        return packed.Size;
    }

    private static void RequireEnough(IPictureSeries series, string path)
    {
        if (series.Count < PictureSampler.FewestPictures)
        {
            throw new BadDataException($"'{path}' has {series.Count} pictures, expected at least {PictureSampler.FewestPictures}: fewer say nothing about how pictures are spread.");
        }

        if (series.Size < PictureSampler.SmallestSize)
        {
            throw new BadDataException($"the pictures of '{path}' are {series.Size}×{series.Size}, expected at least {PictureSampler.SmallestSize}×{PictureSampler.SmallestSize}.");
        }
    }
}
