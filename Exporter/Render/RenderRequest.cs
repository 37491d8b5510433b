namespace LatentWalk.Exporter.Render;

/// <summary>What the user asked to be drawn.</summary>
internal sealed record RenderRequest
{
    public required string Generator { get; init; }

    public required string Folder { get; init; }

    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>A contact sheet in place of single pictures.</summary>
    public bool Sheet { get; init; }

    /// <summary>Of the sheet; 0 for about as many columns as rows.</summary>
    public int Columns { get; init; }

    /// <summary>A loop of this many seconds in place of single pictures.</summary>
    public double? LoopSeconds { get; init; }

    public double FramesPerSecond { get; init; } = 30;

    /// <summary>Every pixel becomes a square of this many.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Null for the generator's own.</summary>
    public float? Truncation { get; init; }

    /// <summary>Every problem at once, each as one clause that names the option.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Columns < 0)
        {
            problems.Add($"--columns is {Columns}, expected 1 or more");
        }

        if (Scale is < 1 or > 64)
        {
            problems.Add($"--scale is {Scale}, expected 1 to 64");
        }

        if (!(FramesPerSecond is >= 1 and <= 240))
        {
            problems.Add($"--fps is {FramesPerSecond}, expected 1 to 240");
        }

        if (LoopSeconds is double seconds && !(seconds is > 0 and <= 3600))
        {
            problems.Add($"--loop is {seconds}, expected more than 0 and at most 3600 seconds");
        }

        if (Truncation is float truncation && !(truncation is >= 0 and <= 4))
        {
            problems.Add($"--truncation is {truncation}, expected 0 to 4");
        }

        return problems;
    }
}
