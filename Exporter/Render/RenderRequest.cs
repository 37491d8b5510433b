using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Render.Sprites;
using LatentWalk.Filming;
using LatentWalk.Walking;

namespace LatentWalk.Exporter.Render;

/// <summary>What the user asked to be drawn. Null: not said.</summary>
internal sealed record RenderRequest
{
    public const double DefaultFramesPerSecond = 30;
    public const int DefaultWaves = 3;

    public required string Generator { get; init; }

    /// <summary>A folder, or one file by its ending.</summary>
    public required string Output { get; init; }

    // Which latents: one of the three.
    public IReadOnlyList<ulong>? Seeds { get; init; }

    /// <summary>PNGs that remember theirs.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>A .walk.json.</summary>
    public string? Walk { get; init; }

    // How a latent is made of them.
    public SamplingStyle? Sampling { get; init; }

    public float? Truncation { get; init; }

    /// <summary>As written: a name, a number, weights, or all.</summary>
    public string? Class { get; init; }

    // Motion.
    public double? LoopSeconds { get; init; }

    public LoopStyle? Style { get; init; }

    public Easing? Easing { get; init; }

    public int? Waves { get; init; }

    public double? FramesPerSecond { get; init; }

    // What a picture looks like.
    public int? Scale { get; init; }

    /// <summary>Longer side in pixels.</summary>
    public int? Size { get; init; }

    public PictureFilter? Filter { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Ground { get; init; }

    // What becomes of them.
    public RenderKind Kind { get; init; }

    public int? Columns { get; init; }

    public SpriteOptions Sprites { get; init; } = new();

    /// <summary>In a folder; empty: not said.</summary>
    public IReadOnlyList<FilmFormat> Formats { get; init; } = [];

    public int? Quality { get; init; }

    /// <summary>Whether the pictures are moments of one motion.</summary>
    public bool Moves => Walk is not null || LoopSeconds is not null;

    /// <summary>Latents that were named one by one.</summary>
    public int Named => Seeds?.Count ?? Pictures.Count;

    public double Rate => FramesPerSecond ?? DefaultFramesPerSecond;

    /// <summary>Of a loop.</summary>
    public int LoopFrames => Math.Max(2, (int)Math.Round(LoopSeconds!.Value * Rate));

    /// <summary>The films that a folder gets, or the one that the output names.</summary>
    public IReadOnlyList<FilmFormat> Films => !Moves || Kind != RenderKind.Plain ? []
        : Film.FormatOf(Output) is var format and not FilmFormat.Frames ? [format]
        : Formats.Count > 0 ? Formats
        : Walk is not null ? [FilmFormat.Frames] : [FilmFormat.Webp, FilmFormat.Apng];
}
