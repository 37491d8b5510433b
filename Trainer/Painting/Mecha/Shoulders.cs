namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>The armour over the shoulder joint.</summary>
internal static class Shoulders
{
    internal static void Paint(Sketch sketch, Limb limb)
    {
        Colour fill = sketch.Livery.Shoulder;
        Frame at = limb.Upper.Placed(0, 0, 0, sketch.Lengths.Shoulder, 0, 0);
        at = limb.IsFar ? at.Mirrored(0) : at;
        switch (sketch.Traits.Shoulders)
        {
            case ShoulderKind.Round:
                sketch.Plate(
                    new Shape(at).Move(-5.2, 4.6).Cubic(-6.4, -2.6, -3, -6, 1, -6).Cubic(5.6, -6, 7.6, -1.6, 6.6, 4.6).Quad(0.6, 6.6, -5.2, 4.6), fill, 2);
                sketch.Canvas.Draw(Stroke.Quad(at, (-5, 2.6), (0.6, 4.6), (6.6, 2.6), 0.5, 0.5, 0.5), Sketch.LineOf(fill), 0.7f);
                break;
            case ShoulderKind.Spiked:
                foreach (var (x, y, turn) in new[] { (5.2, -3.6, 0.13), (1.6, -5.6, 0.03), (-2.2, -5, -0.07) })
                {
                    sketch.Plate(Shape.Polygon(at.Placed(0, 0, turn, 1, x, y), (-1.5, 1), (0, -5), (1.5, 1)), sketch.Colours.Trim, 0.7, 0.65);
                }

                sketch.Plate(
                    new Shape(at).Move(-5, 4.4).Cubic(-6, -2, -3, -5.6, 1, -5.6).Cubic(5.4, -5.6, 7.4, -1.4, 6.4, 4.4).Quad(0.6, 6, -5, 4.4), fill, 1.9);
                break;
            case ShoulderKind.Flared:
                sketch.Plate(Shape.Polygon(at, (-4.8, -3.4), (2, -5.6), (11.6, -9.4), (8.8, -1), (6.4, 5.6), (-4.6, 4.6)), fill, 1.8);
                sketch.Plate(Shape.Polygon(at, (1.6, -5.4), (11.6, -9.4), (10.2, -5), (2.6, -2.2)), sketch.Livery.Foot, 0.7, 0.65);
                break;
            case ShoulderKind.Layered:
                sketch.Plate(Shape.Polygon(at, (-4.6, 1.6), (6, 1.6), (7.4, 8), (1, 9.4), (-4.8, 7.6)), sketch.Livery.Waist, 1.4);
                sketch.Plate(Shape.Polygon(at, (-5, -1), (6.6, -1), (8, 4.4), (-5.2, 4.6)), fill, 1.4);
                sketch.Plate(Shape.Polygon(at, (-4.4, -5.2), (4, -5.6), (7.4, -2), (7.6, 0.8), (-5, 0.8)), fill, 1.4);
                break;
            default:
                sketch.Plate(Shape.Polygon(at, (-4.8, -4.8), (4, -5.4), (7, -2.4), (7, 5.2), (-5, 6)), fill, 0.4);
                sketch.Side(Shape.Polygon(at, (4, -5.2), (6.8, -2.4), (6.8, 5), (3.8, 5.3)), fill);
                break;
        }

        PaintMarking(sketch, at);
    }

    private static void PaintMarking(Sketch sketch, Frame at)
    {
        switch (sketch.Traits.Marking)
        {
            case 1:
                sketch.Detail(Shape.Polygon(at, (-4.4, 1.2), (3.4, 1), (3.4, 2.8), (-4.5, 3)), sketch.Colours.Third);
                break;
            case 2:
                sketch.Detail(Shape.Polygon(at, (-3.6, 2.8), (-0.6, -1.4), (2.4, 2.6), (0.8, 2.6), (-0.6, 0.8), (-2, 2.8)), sketch.Colours.Trim);
                break;
            case 3:
                sketch.Detail(Shape.Ellipse(at, -0.6, 0.4, 2, 2), sketch.Colours.Third);
                break;
        }
    }
}
