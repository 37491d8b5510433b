namespace LatentWalk.Trainer.Painting;

/// <summary>An sRGB colour, each part in [0, 1]; mixed as it is stored, as flat-coloured pictures are.</summary>
internal readonly record struct Colour(float R, float G, float B)
{
    internal static Colour White => new(1, 1, 1);

    /// <summary>From 0xRRGGBB.</summary>
    internal static Colour Hex(uint rgb) =>
        new(((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);

    /// <summary>This colour at 0, <paramref name="other"/> at 1.</summary>
    internal Colour Mix(Colour other, float part) =>
        new(R + ((other.R - R) * part), G + ((other.G - G) * part), B + ((other.B - B) * part));

    /// <summary>Multiplied by a factor: below 1 darker.</summary>
    internal Colour Scale(float factor) =>
        new(Math.Clamp(R * factor, 0, 1), Math.Clamp(G * factor, 0, 1), Math.Clamp(B * factor, 0, 1));

    /// <summary>Moved by a little in each part.</summary>
    internal Colour Shift(float r, float g, float b) =>
        new(Math.Clamp(R + r, 0, 1), Math.Clamp(G + g, 0, 1), Math.Clamp(B + b, 0, 1));
}
