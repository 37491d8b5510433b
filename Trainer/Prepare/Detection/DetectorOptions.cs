namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>How a picture is searched; the names and meanings of OpenCV's <c>detectMultiScale</c>.</summary>
internal sealed record DetectorOptions
{
    /// <summary>How much larger each search window is than the one before.</summary>
    public double ScaleFactor { get; init; } = 1.1;

    /// <summary>A face needs more than this many overlapping hits; 0 keeps every hit by itself.</summary>
    public int MinNeighbours { get; init; } = 3;

    /// <summary>Smallest face, in pixels of the picture.</summary>
    public int MinSide { get; init; } = 24;

    /// <summary>Largest face, in pixels of the picture; 0 for no limit.</summary>
    public int MaxSide { get; init; }

    internal IEnumerable<string> Problems()
    {
        if (ScaleFactor is not (>= 1.01 and <= 2))
        {
            yield return $"--face-scale is {ScaleFactor}; expected 1.01 to 2";
        }

        if (MinNeighbours is < 0 or > 1000)
        {
            yield return $"--face-neighbours is {MinNeighbours}; expected 0 to 1000";
        }

        if (MinSide is < 1 or > 65_535)
        {
            yield return $"--face-min is {MinSide}; expected 1 to 65535 pixels";
        }

        if (MaxSide != 0 && (MaxSide < MinSide || MaxSide > 65_535))
        {
            yield return $"the largest face, {MaxSide} pixels, is smaller than the smallest, {MinSide}";
        }
    }
}
