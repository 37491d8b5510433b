namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Thigh, knee, shin and foot.</summary>
internal static class Legs
{
    internal static void Paint(Sketch sketch, Limb limb)
    {
        Livery livery = sketch.Livery;
        double w = sketch.Lengths.LegWidth / 2;
        PaintFoot(sketch, limb, w);
        sketch.Detail(Shape.Ellipse(limb.Lower, 0, 0, w * 0.72, w * 0.72), sketch.Colours.Joint);
        double thigh = sketch.Lengths.Thigh;
        sketch.Plate(
            Shape.Polygon(limb.Upper, (-w * 0.8, -1), (w * 0.8, -1), (w * 0.95, thigh * 0.4), (w * 0.72, thigh * 0.94), (-w * 0.72, thigh * 0.94), (-w * 0.98, thigh * 0.4)),
            livery.Thigh, w * 0.45);
        PaintShin(sketch, limb, w);
    }

    private static void PaintFoot(Sketch sketch, Limb limb, double w)
    {
        Frame at = limb.End;
        double h = sketch.Lengths.Foot;
        double toe = w * 1.75;
        sketch.Detail(Shape.Polygon(at, (-w * 0.6, -2), (w * 0.6, -2), (w * 0.7, h * 0.5), (-w * 0.8, h * 0.5)), sketch.Colours.Joint);
        bool claws = sketch.Traits.Legs == LegKind.Finned;
        Shape foot = claws
            ? Shape.Polygon(at, (-w * 0.7, h * 0.1), (w * 0.6, h * 0.1), (w * 1.05, h), (w * 0.35, h), (w * 0.1, h * 0.78), (-w * 0.5, h), (-toe * 1.1, h), (-toe * 0.8, h * 0.45))
            : new Shape(at).Move(-w * 0.75, h * 0.05).Line(w * 0.7, h * 0.05).Line(w * 1.08, h * 0.75).Line(w * 1.08, h).Line(-toe, h)
                .Quad(-toe, h * 0.42, -w * 0.75, h * 0.05);
        sketch.Plate(foot, sketch.Livery.Foot, w * 0.3);
        sketch.Seam(at, (-toe * 0.95, h * 0.8), (w * 1.05, h * 0.8), sketch.Livery.Foot);
    }

    private static void PaintShin(Sketch sketch, Limb limb, double w)
    {
        Frame at = limb.Lower;
        Livery livery = sketch.Livery;
        double l = sketch.Lengths.Shin;
        switch (sketch.Traits.Legs)
        {
            case LegKind.Flared:
                sketch.Plate(
                    new Shape(at).Move(-w * 0.8, l * 0.02).Line(w * 0.8, l * 0.02).Cubic(w * 0.95, l * 0.4, w * 1.2, l * 0.6, w * 1.62, l * 1.06)
                        .Line(-w * 1.5, l * 1.06).Cubic(-w * 1.15, l * 0.6, -w * 0.95, l * 0.4, -w * 0.8, l * 0.02),
                    livery.Shin, w * 0.6);
                sketch.Seam(at, (-w * 1.32, l * 0.86), (w * 1.42, l * 0.86), livery.Shin);
                Knee(sketch, at, w, l * 0.3);
                break;
            case LegKind.Guarded:
                sketch.Plate(Shape.Polygon(at, (-w * 0.8, l * 0.04), (w * 0.85, l * 0.04), (w * 1.1, l * 0.4), (w * 0.95, l * 1.02), (-w * 0.9, l * 1.02), (-w * 1.0, l * 0.35)), livery.Shin, w * 0.5);
                sketch.Plate(Shape.Polygon(at, (-w * 0.72, -l * 0.2), (-w * 0.1, -l * 0.28), (w * 0.5, -l * 0.16), (w * 0.42, l * 0.5), (-w * 0.2, l * 0.68), (-w * 1.02, l * 0.5)), livery.Knee, w * 0.35);
                sketch.Seam(at, (-w * 0.1, -l * 0.24), (-w * 0.25, l * 0.64), livery.Knee);
                break;
            case LegKind.Finned:
                sketch.Plate(Shape.Polygon(at, (w * 0.3, l * 0.1), (w * 1.15, -l * 0.06), (w * 1.9, l * 0.3), (w * 1.05, l * 0.85), (w * 0.4, l * 0.7)), livery.Knee, w * 0.3);
                sketch.Plate(Shape.Polygon(at, (-w * 0.75, 0), (w * 0.75, 0), (w * 1.0, l * 0.38), (w * 0.68, l * 1.0), (-w * 0.78, l * 1.0), (-w * 1.05, l * 0.3)), livery.Shin, w * 0.5);
                Knee(sketch, at, w * 0.9, l * 0.26);
                break;
            default:
                sketch.Plate(
                    Shape.Polygon(at, (-w * 0.78, 0), (w * 0.75, 0), (w * 1.12, l * 0.3), (w * 1.08, l * 0.72), (w * 0.9, l * 1.02), (-w * 0.86, l * 1.02), (-w * 1.06, l * 0.74), (-w * 0.9, l * 0.2)),
                    livery.Shin, w * 0.5);
                sketch.Seam(at, (-w * 1.0, l * 0.76), (w * 1.04, l * 0.76), livery.Shin);
                Knee(sketch, at, w, l * 0.27);
                break;
        }
    }

    private static void Knee(Sketch sketch, Frame at, double w, double h) => sketch.Plate(
        Shape.Polygon(at, (-w * 0.78, -h * 0.5), (w * 0.12, -h * 0.62), (w * 0.5, -h * 0.2), (w * 0.36, h * 0.75), (-w * 0.28, h), (-w * 0.86, h * 0.6)),
        sketch.Livery.Knee, w * 0.25);
}
