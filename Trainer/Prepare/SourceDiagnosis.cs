using LatentWalk.Core.Errors;
using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare;

/// <summary>What a folder or zip of pictures is like before anything is packed.</summary>
internal sealed record SourceDiagnosis
{
    public string Kind { get; } = "pictures";

    public required string Source { get; init; }

    public required int Files { get; init; }

    public required int Candidates { get; init; }

    public required int WouldKeep { get; init; }

    /// <summary>Files by kind, of those that can be read.</summary>
    public required IReadOnlyDictionary<string, int> Formats { get; init; }

    /// <summary>By the step that would leave them out.</summary>
    public required IReadOnlyDictionary<string, int> Refused { get; init; }

    /// <summary>The first of each, with its reason.</summary>
    public required IReadOnlyDictionary<string, string> Examples { get; init; }

    /// <summary>Of the shorter sides, in pixels; 0 without pictures.</summary>
    public required int SmallestSide { get; init; }

    public required int MedianSide { get; init; }

    public required IReadOnlyList<string> Backgrounds { get; init; }

    public required IReadOnlyList<SetClass> Classes { get; init; }

    /// <summary>What to do about it, one sentence each.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>Measures everything; writes nothing but a temporary file that is gone afterwards.</summary>
    public static SourceDiagnosis Of(string input, PrepareOptions options, Action<int, int> progress, CancellationToken stop)
    {
        IReadOnlyList<string> problems = options.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException($"cannot examine: {string.Join("; ", problems)}.");
        }

        using IPictureFiles files = PictureFiles.Open(input);
        PrepareSource source = PrepareSource.Read(files, options.Labels, []);
        using var spool = new CandidateSpool(Path.Combine(Path.GetTempPath(), "doctor"), options.Size);
        Analysis analysis = Analysis.Run(source, options, spool, done => progress(done, source.Names.Count), stop);

        var examples = new Dictionary<string, string>();
        int[] classes = new int[source.Labels?.Classes.Count ?? 0];
        int index = -1;
        foreach ((string name, _, int label, _, string? message) in spool.Read())
        {
            PictureScores scores = analysis.Scores[++index];
            if (scores.Refused is { } step)
            {
                examples.TryAdd(StepNames.Of(step), $"{name}: {message ?? Refusals.Message(scores, analysis)}");
            }
            else if (label >= 0)
            {
                classes[label]++;
            }
        }

        List<int> sides = [.. analysis.Scores.ToArray().Where(scores => scores.Slot >= 0).Select(scores => scores.ShorterSide).Order()];
        var diagnosis = new SourceDiagnosis
        {
            Source = input,
            Files = analysis.FileCount,
            Candidates = analysis.Count,
            WouldKeep = analysis.CountKept(),
            Formats = analysis.Scores.ToArray().Where(scores => scores.Kind != PictureKind.None).GroupBy(scores => scores.Kind).OrderBy(group => group.Key)
                .ToDictionary(group => group.Key.ToString(), group => group.Count()),
            Refused = StepNames.Filters.ToDictionary(StepNames.Of, analysis.CountRefused),
            Examples = examples,
            SmallestSide = sides.Count == 0 ? 0 : sides[0],
            MedianSide = sides.Count == 0 ? 0 : sides[sides.Count / 2],
            Backgrounds = [.. analysis.Backgrounds.Select(colour => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}")],
            Classes = [.. classes.Select((count, i) => new SetClass(source.Labels!.Classes[i], count))],
            Advice = [],
        };
        return diagnosis with { Advice = [.. Advise(diagnosis, options)] };
    }

    private static IEnumerable<string> Advise(SourceDiagnosis found, PrepareOptions options)
    {
        const int Few = 500;
        if (found.WouldKeep == 0)
        {
            yield return "Nothing would be left: look at the reasons above, then move a threshold or leave a step out with --skip.";
            yield break;
        }

        if (found.WouldKeep < Few)
        {
            yield return $"{found.WouldKeep} pictures are few; {Few} and more of one kind are a good start, and --mirror doubles them.";
        }

        foreach ((string step, int count) in found.Refused)
        {
            if (count > found.Candidates / 4 && StepNames.Skippable.Contains(step))
            {
                yield return $"Step {step} leaves out {100 * count / found.Candidates} % of all. If that is not wanted: --skip {step}, or move its threshold.";
            }
        }

        if (found.MedianSide >= 2 * options.Size && found.WouldKeep > 0)
        {
            yield return $"Half of the pictures have at least {found.MedianSide} pixels; a larger --size than {options.Size} is possible.";
        }

        if (found.Classes.Count > 1 && found.Classes.Min(c => c.Count) * 10 < found.Classes.Max(c => c.Count))
        {
            yield return "The classes are uneven: the largest has more than ten times the pictures of the smallest.";
        }
    }
}
