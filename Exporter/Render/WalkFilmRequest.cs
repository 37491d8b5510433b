namespace LatentWalk.Exporter.Render;

/// <summary>What the user asked to be filmed.</summary>
/// <param name="Walk">A .walk.json.</param>
/// <param name="Output">A film file or a folder of frames.</param>
internal sealed record WalkFilmRequest(string Generator, string Walk, string Output)
{
    public double FramesPerSecond { get; init; } = 30;

    /// <summary>Every pixel becomes a square of this many.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Every problem at once, each as one clause that names the option.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Scale is < 1 or > 64)
        {
            problems.Add($"--scale is {Scale}, expected 1 to 64");
        }

        if (!(FramesPerSecond is >= 1 and <= 240))
        {
            problems.Add($"--fps is {FramesPerSecond}, expected 1 to 240");
        }

        return problems;
    }
}
