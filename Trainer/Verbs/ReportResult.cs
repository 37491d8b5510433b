using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Verbs;

/// <summary>The JSON of <c>report</c>.</summary>
internal sealed record ReportResult
{
    /// <summary>"starting", "learning", or the finding's name, such as "collapsed".</summary>
    public required string Verdict { get; init; }

    public required string Headline { get; init; }

    public required string Text { get; init; }

    /// <summary>First step of which it is true; null where nothing is wrong.</summary>
    public long? Since { get; init; }

    /// <summary>Options to train with instead, the likeliest first.</summary>
    public required IReadOnlyList<string> Knobs { get; init; }

    /// <summary>Step to export; null where none is kept.</summary>
    public long? ExportStep { get; init; }

    public string? Export { get; init; }

    public required string Page { get; init; }

    public static ReportResult Of(Verdict verdict, string page)
    {
        var main = verdict.Findings.FirstOrDefault(finding => !finding.Over);
        string name = verdict.Kind is { } kind ? kind.ToString() : verdict.Headline;
        return new ReportResult
        {
            Verdict = char.ToLowerInvariant(name[0]) + name[1..],
            Headline = verdict.Headline,
            Text = verdict.Text,
            Since = main?.Since,
            Knobs = [.. main?.Knobs.Select(knob => knob.Option) ?? []],
            ExportStep = verdict.Export?.Step,
            Export = verdict.Export?.Path,
            Page = page,
        };
    }
}
