namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>One face in the making: what to paint, on what, in which colours.</summary>
internal sealed class Sketch(Canvas canvas, FaceTraits traits)
{
    /// <summary>Width of the lines around shapes, in units.</summary>
    internal const double LineWidth = 1.15;

    internal Canvas Canvas => canvas;

    internal FaceTraits Traits => traits;

    /// <summary>The head's own frame: tilted, sized and moved.</summary>
    internal Frame Head { get; } = canvas.Frame.Placed(50, 92, traits.Tilt, traits.Size, traits.Offset.X, traits.Offset.Y);

    /// <summary>The body's: moved with the head and not tilted.</summary>
    internal Frame Body { get; } = canvas.Frame.Placed(50, 92, 0, traits.Size, traits.Offset.X, traits.Offset.Y);

    internal HairTone Hair { get; } =
        Palette.HairOf(traits.HairColour).Shifted(traits.HairShift.R, traits.HairShift.G, traits.HairShift.B);

    internal (Colour Base, Colour Shade, Colour Line) Skin { get; } = Palette.SkinOf(traits.Skin);

    internal Colour Accent { get; } = Palette.AccentOf(traits.Accent);

    /// <summary>The line colour that goes with a fill.</summary>
    internal static Colour LineOf(Colour fill) => fill.Scale(0.42f).Mix(Colour.Hex(0x2A1E33), 0.25f);

    /// <summary>Fills a shape, and draws its edge.</summary>
    internal void Block(Shape shape, Colour fill, Colour? line = null, double width = LineWidth)
    {
        canvas.Fill(shape, fill);
        canvas.Outline(shape, line ?? LineOf(fill), width);
    }
}
