namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Paints a robot from back to front. The same traits and size give the same bytes on every machine.</summary>
internal static class MechaPainter
{
    private const float FarSide = 0.84f;

    /// <summary>uint8 RGBA, [side, side, 4], alpha 255.</summary>
    internal static byte[] Paint(MechaTraits traits, Canvas canvas)
    {
        var sketch = new Sketch(canvas, traits);
        PaintGround(sketch);
        Wings.Paint(sketch);
        Backpacks.Paint(sketch);

        sketch.Dimming = FarSide;
        Limb far = Limb.Arm(sketch, isFar: true);
        Weapons.Paint(sketch, far);
        Arms.Paint(sketch, far);
        Legs.Paint(sketch, Limb.Leg(sketch, isFar: true));
        sketch.Dimming = 1;

        Legs.Paint(sketch, Limb.Leg(sketch, isFar: false));
        Torso.PaintPelvis(sketch);
        Torso.Paint(sketch);
        sketch.Dimming = FarSide;
        Shoulders.Paint(sketch, far);
        sketch.Dimming = 1;
        Heads.Paint(sketch);
        Limb near = Limb.Arm(sketch, isFar: false);
        Arms.Paint(sketch, near);
        Shoulders.Paint(sketch, near);
        Shields.Paint(sketch, near);
        return canvas.ToRgba();
    }

    private static void PaintGround(Sketch sketch)
    {
        Colour ground = Palette.GroundOf(sketch.Traits.Ground);
        sketch.Canvas.Clear(Ink.Of(ground));
        double half = sketch.Lengths.HipX + sketch.Lengths.LegWidth + 9;
        sketch.Canvas.Fill(Shape.Ellipse(sketch.Body, 49.5, Proportions.GroundY - 0.6, half, 3.2), ground.Scale(0.84f));
    }
}
