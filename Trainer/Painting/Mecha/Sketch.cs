namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>One robot in the making: what to paint, on what, in which colours. Light comes from the upper left, whichever way it looks.</summary>
internal sealed class Sketch
{
    /// <summary>Width of the lines around shapes, in units.</summary>
    internal const double LineWidth = 0.85;

    private const double FineWidth = 0.5;

    internal Sketch(Canvas canvas, MechaTraits traits)
    {
        Canvas = canvas;
        Traits = traits;
        Lengths = Proportions.Of(traits);
        Frame frame = traits.Facing == Facing.Right ? canvas.Frame.Mirrored() : canvas.Frame;
        Body = frame.Placed(50, Proportions.GroundY, traits.Lean, traits.Size * Fitting(traits), traits.OffsetX + Centring(traits), 0);
        Scheme scheme = Palette.SchemeOf(traits.Faction, traits.Scheme);
        Colours = scheme with { Main = Tinted(scheme.Main), Second = Tinted(scheme.Second), Third = Tinted(scheme.Third) };
        Livery = Livery.Of(Colours, traits.Pattern);
    }

    internal Canvas Canvas { get; }

    internal MechaTraits Traits { get; }

    internal Proportions Lengths { get; }

    /// <summary>The robot's own frame: it looks to the left in it.</summary>
    internal Frame Body { get; }

    internal Scheme Colours { get; }

    internal Livery Livery { get; }

    /// <summary>What everything is multiplied by from here on: below 1 for what is on the far side.</summary>
    internal float Dimming { get; set; } = 1;

    /// <summary>An armour plate: lit along one edge, in shade along the other, with a line around it.</summary>
    /// <param name="depth">Width of the shade, in units.</param>
    internal void Plate(Shape shape, Colour colour, double depth = 1.5, double width = LineWidth)
    {
        Colour fill = colour.Scale(Dimming);
        Canvas.Fill(shape, Ink.Of(fill), [new(Ink.Of(ShadeOf(fill)), -depth, -depth * 0.7), new(Ink.Of(fill.Mix(Colour.White, 0.4f)), 0.55, 0.5)]);
        Canvas.Outline(shape, LineOf(fill), width);
    }

    /// <summary>A flat part with a fine line around it.</summary>
    internal void Detail(Shape shape, Colour colour)
    {
        Colour fill = colour.Scale(Dimming);
        Canvas.Fill(shape, fill);
        Canvas.Outline(shape, LineOf(fill), FineWidth);
    }

    /// <summary>A side of a plate that is turned away from the light.</summary>
    internal void Side(Shape shape, Colour colour)
    {
        Colour shade = ShadeOf(colour.Scale(Dimming));
        Canvas.Fill(shape, shade);
        Canvas.Outline(shape, LineOf(shade), FineWidth, 0.7f);
    }

    /// <summary>What shines: not dimmed, and with a lighter middle.</summary>
    internal void Lamp(Shape shape)
    {
        Canvas.Fill(shape, Ink.Of(Colours.Glow), [new(Ink.Of(Colours.Glow.Mix(Colour.White, 0.7f)), 0.5, 0.5)]);
        Canvas.Outline(shape, Colours.Glow.Scale(0.35f), 0.4);
    }

    /// <summary>A line between two panels of that colour.</summary>
    internal void Seam(Frame frame, (double X, double Y) from, (double X, double Y) to, Colour colour, double width = FineWidth) =>
        Canvas.Draw(Stroke.Line(frame, from, to, width), LineOf(colour.Scale(Dimming)), 0.8f);

    /// <summary>A round bar with a line on both sides.</summary>
    internal void Bar(Frame frame, (double X, double Y) from, (double X, double Y) to, double width, Colour colour)
    {
        Colour fill = colour.Scale(Dimming);
        Canvas.Draw(Stroke.Line(frame, from, to, width + LineWidth), LineOf(fill));
        Canvas.Draw(Stroke.Line(frame, from, to, width), fill);
    }

    internal static Colour ShadeOf(Colour colour) => colour.Scale(0.7f).Mix(Colour.Hex(0x2B2350), 0.14f);

    internal static Colour LineOf(Colour colour) => colour.Scale(0.26f).Mix(Palette.Night, 0.55f);

    // So that what it holds stays in the picture.
    private static double Centring(MechaTraits traits) =>
        (traits.Weapon is WeaponKind.None ? 0 : traits.Weapon is WeaponKind.Rifle or WeaponKind.Axe or WeaponKind.Bazooka ? 4.5 : 3)
        - (traits.Shield is ShieldKind.None ? 0 : 2.5);

    private static double Fitting(MechaTraits traits) => (traits.Build, traits.Weapon) switch
    {
        (Build.Heavy, WeaponKind.None) => 0.96,
        (Build.Heavy, _) => 0.9,
        (Build.Compact, _) => 0.97,
        _ => 1,
    };

    private Colour Tinted(Colour colour) => colour.Shift(Traits.Tint.R, Traits.Tint.G, Traits.Tint.B);
}
