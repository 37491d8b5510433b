namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Wings behind the robot; the far one is the shorter.</summary>
internal static class Wings
{
    internal static void Paint(Sketch sketch)
    {
        if (sketch.Traits.Wings == WingKind.None)
        {
            return;
        }

        Frame back = sketch.Body.Moved(51, sketch.Lengths.NeckY + (sketch.Lengths.TorsoHeight * 0.3));
        sketch.Dimming = 0.86f;
        PaintSide(sketch, back.Mirrored(0).Placed(0, 0, -sketch.Traits.Spread, 0.86, 0, 0));
        sketch.Dimming = 1;
        PaintSide(sketch, back.Placed(0, 0, sketch.Traits.Spread, 1, 0, 0));
    }

    // A wing to the right of the origin.
    private static void PaintSide(Sketch sketch, Frame at)
    {
        Colour fill = sketch.Livery.Wing;
        Scheme colours = sketch.Colours;
        switch (sketch.Traits.Wings)
        {
            case WingKind.Blades:
                sketch.Plate(Shape.Polygon(at, (4, 2), (18, 0), (40, 22), (30, 15), (14, 10)), colours.Second, 1.2);
                sketch.Plate(Shape.Polygon(at, (2, 2), (14, -11), (44, -25), (34, -8), (22, 0), (8, 6)), fill, 1.8);
                sketch.Plate(Shape.Polygon(at, (14, -11), (44, -25), (40, -18), (18, -6)), colours.Trim, 0.8, 0.65);
                break;
            case WingKind.Feathers:
                for (int i = 0; i < 5; i++)
                {
                    Frame blade = at.Placed(0, 0, 0.15 - (0.07 * i), 1, 4, 1);
                    double length = 29 + (i * 2.2);
                    sketch.Plate(Shape.Polygon(blade, (3, -1.6), (length * 0.8, -3.2), (length, 0.4), (length * 0.76, 3), (4, 2)), i % 2 == 0 ? fill : fill.Mix(Colour.White, 0.3f), 1.2, 0.7);
                    sketch.Seam(blade, (8, 0.2), (length * 0.9, 0.2), fill);
                }

                sketch.Plate(Shape.Ellipse(at, 6, 0.6, 4.4, 4.4), colours.Joint, 1.2);
                break;
            case WingKind.Binders:
                Frame pod = at.Placed(0, 0, -0.055, 1, 21, -8);
                sketch.Bar(at, (3, 0), (20, -3), 3, colours.Joint);
                sketch.Plate(new Shape(pod).Move(-5, -6).Quad(0, -11, 5.4, -6).Line(7.6, 24).Line(1.4, 37).Line(-5.8, 25), fill, 2.2);
                sketch.Plate(Shape.Polygon(pod, (-4.6, -5), (-0.4, -7.6), (0.6, 26), (-4.8, 24)), colours.Third, 1, 0.65);
                sketch.Seam(pod, (-5.4, 12), (6.6, 12), fill);
                break;
            case WingKind.Light:
                Canvas canvas = sketch.Canvas;
                foreach (var (turn, length, alpha) in new[] { (0.09, 30.0, 0.5f), (-0.03, 44.0, 0.55f), (-0.14, 40.0, 0.5f) })
                {
                    Frame ray = at.Placed(0, 0, turn, 1, 3, 0);
                    Shape petal = new Shape(ray).Move(2, 0).Cubic(length * 0.3, -7.4, length * 0.7, -6.4, length, 0).Cubic(length * 0.7, 3, length * 0.3, 3.4, 2, 0);
                    canvas.Fill(petal, Ink.Of(colours.Glow.Mix(Colour.White, 0.25f), alpha));
                    canvas.Outline(petal, colours.Glow.Mix(Colour.White, 0.6f), 0.8, 0.9f);
                    canvas.Draw(Stroke.Quad(ray, (3, 0), (length * 0.5, -2.4), (length * 0.9, -0.6), 1.4, 1, 0.2), Colour.White, 0.8f);
                }

                break;
        }
    }
}
