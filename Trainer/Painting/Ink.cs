namespace LatentWalk.Trainer.Painting;

/// <summary>What an area is filled with: one colour, or two that run into each other from top to bottom (in units).</summary>
internal readonly record struct Ink(Colour Top, Colour Bottom, double TopY, double BottomY, float Alpha = 1)
{
    internal static Ink Of(Colour colour, float alpha = 1) => new(colour, colour, 0, 100, alpha);
}
