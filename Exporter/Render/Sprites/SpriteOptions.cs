namespace LatentWalk.Exporter.Render.Sprites;

/// <summary>How a sprite sheet is laid out and described. Null: not said.</summary>
internal sealed record SpriteOptions
{
    public const int DefaultPadding = 2;
    public const int DefaultMostSide = 4096;

    /// <summary>Clear pixels between sprites and around them.</summary>
    public int? Padding { get; init; }

    /// <summary>How far each sprite's edge is repeated outwards, against seams where textures are sampled between pixels.</summary>
    public int? Extrude { get; init; }

    /// <summary>Sides are powers of two, as old graphics hardware wants them.</summary>
    public bool PowerOfTwo { get; init; }

    /// <summary>Sprites as a list in place of an object by name.</summary>
    public bool? AsArray { get; init; }

    /// <summary>Longest side of a sheet; more sprites make more sheets.</summary>
    public int? MostSide { get; init; }
}
