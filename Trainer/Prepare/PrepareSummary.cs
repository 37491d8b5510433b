using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare;

/// <summary>What came of it, for people and scripts.</summary>
internal sealed record PrepareSummary
{
    public string Kind { get; } = "prepared";

    public required string Source { get; init; }

    public required string Set { get; init; }

    public required string Report { get; init; }

    /// <summary>One JSON line a picture.</summary>
    public required string List { get; init; }

    /// <summary>The folder of sheets; null when none were asked for.</summary>
    public string? Preview { get; init; }

    public required int Files { get; init; }

    /// <summary>Pictures, or faces in them, that were judged.</summary>
    public required int Candidates { get; init; }

    public required int Kept { get; init; }

    /// <summary>In the set, with the mirrored ones.</summary>
    public required int Count { get; init; }

    public required int Size { get; init; }

    public required int Channels { get; init; }

    /// <summary>Of candidates, by the step that refused them; steps that refused none are there too.</summary>
    public required IReadOnlyDictionary<string, int> Refused { get; init; }

    /// <summary>Pictures that were flipped to face left.</summary>
    public required int Turned { get; init; }

    /// <summary>Steps that were left out.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    /// <summary>Background colours that the set has in common, #rrggbb.</summary>
    public required IReadOnlyList<string> Backgrounds { get; init; }

    public required IReadOnlyList<SetClass> Classes { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Null when none was given.</summary>
    public Truth.TruthSummary? Truth { get; init; }

    public static PrepareSummary Of(string source, PreparePaths paths, Analysis analysis, PackedSetSummary packed)
    {
        int turned = 0;
        foreach (ref readonly PictureScores scores in analysis.Scores)
        {
            turned += scores.Refused is null && analysis.Options.Does(PrepareStep.Turn) && scores.Facing > analysis.Options.TurnMargin ? 1 : 0;
        }

        return new PrepareSummary
        {
            Source = source,
            Set = paths.Set,
            Report = paths.Report,
            List = paths.List,
            Files = analysis.FileCount,
            Candidates = analysis.Count,
            Kept = analysis.CountKept(),
            Count = packed.Count,
            Size = analysis.Options.Size,
            Channels = analysis.Options.Channels,
            Refused = StepNames.Filters.ToDictionary(StepNames.Of, analysis.CountRefused),
            Turned = turned,
            Skipped = [.. analysis.Options.Skip.Order().Select(StepNames.Of)],
            Backgrounds = [.. analysis.Backgrounds.Select(colour => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}")],
            Classes = packed.Classes,
            Fingerprint = packed.Fingerprint,
        };
    }
}
