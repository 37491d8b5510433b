using LatentWalk.Imaging;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Report;

/// <summary>All that the page of a run shows.</summary>
internal sealed record ReportContent
{
    /// <summary>As the user names the run; commands on the page use it.</summary>
    public required string RunFolder { get; init; }

    public required RunRecord Run { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The newest sheet; null before the first.</summary>
    public required (long Step, RgbaImage Picture)? Newest { get; init; }

    /// <summary>Sheets over time, each as a data: address.</summary>
    public required IReadOnlyList<(long Step, string Uri)> Sheets { get; init; }

    /// <summary>The film as a data: address; null where there is none, or it is too long for a page.</summary>
    public string? Film { get; init; }

    public Neighbours? Neighbours { get; init; }

    /// <summary>Why there are no neighbours, as a sentence.</summary>
    public string? NoNeighbours { get; init; }

    /// <summary>RGB [size, size, 3] of a real picture, for the neighbours.</summary>
    public Func<int, byte[]>? RealPicture { get; init; }

    /// <summary>Seconds after which the page loads itself anew; null of a run that has ended.</summary>
    public int? RefreshSeconds { get; init; }
}
