namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Upper arm, elbow, forearm and fist; the shoulder's armour is apart, for it lies over them.</summary>
internal static class Arms
{
    internal static void Paint(Sketch sketch, Limb limb)
    {
        double w = sketch.Lengths.ArmWidth / 2;
        double upper = sketch.Lengths.UpperArm;
        double l = sketch.Lengths.Forearm;
        Livery livery = sketch.Livery;
        sketch.Plate(Shape.Polygon(limb.Upper, (-w * 0.72, 0), (w * 0.72, 0), (w * 0.66, upper), (-w * 0.66, upper)), livery.Thigh, w * 0.45);
        sketch.Detail(Shape.Ellipse(limb.Lower, 0, 0, w * 0.78, w * 0.78), sketch.Colours.Joint);

        Frame hand = limb.End;
        sketch.Plate(
            Shape.Polygon(hand, (-w * 0.66, -0.6), (w * 0.6, -0.6), (w * 0.72, w * 0.8), (w * 0.3, w * 1.4), (-w * 0.6, w * 1.4), (-w * 0.86, w * 0.7)),
            sketch.Colours.Joint.Mix(Palette.Steel, 0.3f), w * 0.4, 0.7);
        sketch.Seam(hand, (-w * 0.5, w * 0.75), (w * 0.5, w * 0.75), sketch.Colours.Joint);

        Shape forearm = sketch.Traits.Legs switch
        {
            LegKind.Flared => new Shape(limb.Lower).Move(-w * 0.8, l * 0.1).Line(w * 0.8, l * 0.1).Cubic(w, l * 0.4, w * 1.2, l * 0.7, w * 1.24, l * 0.98)
                .Line(-w * 1.2, l * 0.98).Cubic(-w * 1.2, l * 0.7, -w, l * 0.4, -w * 0.8, l * 0.1),
            LegKind.Finned => Shape.Polygon(limb.Lower, (-w * 0.7, l * 0.1), (w * 0.8, l * 0.02), (w * 1.7, -l * 0.14), (w * 1.12, l * 0.5), (w * 0.9, l), (-w * 0.9, l), (-w * 1.08, l * 0.4)),
            _ => Shape.Polygon(limb.Lower, (-w * 0.8, l * 0.08), (w * 0.8, l * 0.08), (w * 1.12, l * 0.34), (w * 1.06, l * 0.98), (-w * 1.02, l * 0.98), (-w * 1.08, l * 0.34)),
        };
        sketch.Plate(forearm, livery.Forearm, w * 0.5);
        sketch.Detail(Shape.Polygon(limb.Lower, (-w * 1.04, l * 0.78), (w * 1.06, l * 0.78), (w * 1.04, l * 0.95), (-w * 1.0, l * 0.95)), livery.Foot);
    }
}
