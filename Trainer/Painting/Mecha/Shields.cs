namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the near forearm carries, in front of everything.</summary>
internal static class Shields
{
    internal static void Paint(Sketch sketch, Limb arm)
    {
        double size = sketch.Traits.Build == Build.Heavy ? 1.18 : sketch.Traits.Build == Build.Compact ? 0.86 : 1;
        Frame at = arm.Lower.Placed(0, 0, 0.012, size, sketch.Lengths.ArmWidth * 0.55, sketch.Lengths.Forearm * 0.55);
        Colour face = sketch.Livery.Shoulder;
        Scheme colours = sketch.Colours;
        switch (sketch.Traits.Shield)
        {
            case ShieldKind.Tall:
                sketch.Plate(Shape.Polygon(at, (-5, -17), (5, -17), (7.6, -10), (7.4, 10), (2.4, 21), (-2.2, 21), (-6.8, 10), (-7, -10)), colours.Trim, 0.8);
                sketch.Plate(Shape.Polygon(at, (-3.8, -15), (3.9, -15), (6, -9.4), (5.8, 9.4), (1.6, 18.6), (-1.4, 18.6), (-5.2, 9.4), (-5.4, -9.4)), colours.Third, 1.6, 0.6);
                sketch.Detail(Shape.Polygon(at, (-1, -12), (1.4, -12), (1.4, -2.6), (4.4, -2.6), (4.4, 0), (1.4, 0), (1.4, 9), (-1, 9), (-1, 0), (-4, 0), (-4, -2.6), (-1, -2.6)), colours.Trim);
                break;
            case ShieldKind.Kite:
                sketch.Plate(Shape.Polygon(at, (0, -17), (8.6, -8), (6, 6), (0.6, 22), (-5.4, 6), (-8, -8)), face, 2);
                sketch.Plate(Shape.Polygon(at, (0, -11.5), (4.6, -6.4), (3, 3), (0.4, 11.6), (-2.6, 3), (-4.2, -6.4)), colours.Third, 1, 0.6);
                sketch.Seam(at, (0, -16.6), (0, -11.4), face);
                break;
            case ShieldKind.Round:
                sketch.Plate(Shape.Ellipse(at, 0, 0, 10.4, 11.4), face, 2.4);
                sketch.Plate(Shape.Ellipse(at, 0, 0, 7, 7.8), colours.Second == face ? colours.Main : colours.Second, 1.4, 0.6);
                sketch.Plate(Shape.Ellipse(at, 0, 0, 2.8, 3.1), colours.Trim, 0.9, 0.6);
                break;
            case ShieldKind.Spiked:
                foreach (double turn in new[] { -0.13, 0.0, 0.13 })
                {
                    sketch.Plate(Shape.Polygon(at.Placed(0, 0, turn, 1, 0, 0), (-2, 10), (0, 19.6), (2, 10)), Palette.Steel.Mix(Colour.White, 0.3f), 0.8, 0.65);
                }

                sketch.Plate(Shape.Polygon(at, (-5.6, -11), (5.8, -11), (7.6, 0), (6, 11.4), (-5.6, 11.4), (-7.2, 0)), face, 1.8);
                sketch.Detail(Shape.Polygon(at, (-6.4, -3), (6.8, -3), (7, 0.6), (-6.8, 0.6)), colours.Third);
                break;
        }
    }
}
