namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the robot carries on its back: seen above the shoulders and beside the near one.</summary>
internal static class Backpacks
{
    internal static void Paint(Sketch sketch)
    {
        double w = sketch.Lengths.TorsoHalf;
        Frame at = sketch.Body.Moved(50, sketch.Lengths.NeckY);
        Colour box = sketch.Livery.Waist;
        double reach = sketch.Lengths.ShoulderX + (sketch.Lengths.Shoulder * 4);
        sketch.Plate(Shape.Polygon(at, (-w * 0.86, -1.6), (w * 0.94, -1.6), (w * 1.25, 3), (w * 1.2, 12), (-w * 0.9, 12)), box, 1);
        switch (sketch.Traits.Backpack)
        {
            case BackpackKind.Boosters:
                foreach (double side in new[] { -0.84, 1 })
                {
                    Frame pod = at.Placed(0, 0, 0.03 * side, 1, reach * 0.78 * side, -3);
                    sketch.Plate(Shape.Polygon(pod, (-2.6, 19), (2.6, 19), (4.6, 27), (-4.6, 27)), Palette.Gun, 1.4);
                    sketch.Plate(new Shape(pod).Move(-3.6, 20).Line(-3.6, -3).Quad(-3.6, -9, 0, -10.6).Quad(3.6, -9, 3.6, -3).Line(3.6, 20), box, 1.6);
                    sketch.Seam(pod, (-3.4, -2.6), (3.4, -2.6), box);
                }

                break;
            case BackpackKind.Sabres:
                foreach (double side in new[] { -0.8, 1 })
                {
                    Frame hilt = at.Placed(0, 0, 0.085 * side, 1, w * 0.62 * side, 1);
                    sketch.Bar(hilt, (0, 0), (0, -13.5), 2.1, Colour.Hex(0xEDEFF4));
                    sketch.Detail(Shape.Polygon(hilt, (-1.5, -13), (1.5, -13), (1.5, -14.6), (-1.5, -14.6)), sketch.Colours.Trim);
                    sketch.Detail(Shape.Polygon(hilt, (-1.5, -4), (1.5, -4), (1.5, -5.4), (-1.5, -5.4)), sketch.Colours.Joint);
                }

                break;
            case BackpackKind.Cannons:
                foreach (double side in new[] { -0.8, 1 })
                {
                    Frame gun = at.Placed(0, 0, -0.06 + (0.01 * side), 1, reach * 0.74 * side, 3);
                    sketch.Bar(gun, (0, 0), (0, -19), 2.7, Palette.Gun);
                    sketch.Plate(Shape.Polygon(gun, (-2, -21.5), (2, -21.5), (2, -17.5), (-2, -17.5)), Palette.Steel, 0.8, 0.65);
                    sketch.Plate(Shape.Polygon(gun, (-2.8, -9), (2.8, -9), (3.2, 4), (-3.2, 4)), box, 1.2);
                }

                break;
            case BackpackKind.Tanks:
                foreach (double side in new[] { -0.84, 1 })
                {
                    Frame tank = at.Placed(0, 0, 0.012 * side, 1, reach * 0.9 * side, -2.4);
                    sketch.Plate(
                        new Shape(tank).Move(-4, -1).Cubic(-4, -6, 4, -6, 4, -1).Line(4, 17).Cubic(4, 22, -4, 22, -4, 17).Line(-4, -1), sketch.Colours.Third, 2);
                    sketch.Detail(Shape.Polygon(tank, (-4, 3), (4, 3), (4, 5.4), (-4, 5.4)), sketch.Colours.Trim);
                }

                break;
            default:
                foreach (double side in new[] { -0.7, 0.9 })
                {
                    sketch.Plate(Shape.Polygon(at.Placed(0, 0, 0.02 * side, 1, w * 0.72 * side, -1), (-3, 3), (-2.4, -5.4), (2.4, -5.4), (3, 3)), box, 0.9);
                }

                break;
        }
    }
}
