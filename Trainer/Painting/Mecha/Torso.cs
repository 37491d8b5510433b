namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Chest, waist and hips, seen a little from their near side.</summary>
internal static class Torso
{
    internal static void Paint(Sketch sketch)
    {
        double w = sketch.Lengths.TorsoHalf;
        double h = sketch.Lengths.TorsoHeight;
        Frame at = sketch.Body.Moved(50, sketch.Lengths.NeckY);
        Colour chest = sketch.Livery.Chest;
        sketch.Plate(Shape.Polygon(at, (-w * 0.6, h * 0.66), (w * 0.55, h * 0.66), (w * 0.5, h * 1.06), (-w * 0.56, h * 1.06)), sketch.Livery.Waist, w * 0.2);
        sketch.Seam(at, (-w * 0.58, h * 0.9), (w * 0.52, h * 0.9), sketch.Livery.Waist);
        sketch.Plate(
            Shape.Polygon(at, (-w * 0.7, -h * 0.02), (w * 0.62, -h * 0.02), (w * 0.98, h * 0.14), (w * 0.92, h * 0.6), (w * 0.5, h * 0.8), (-w * 0.56, h * 0.8), (-w * 0.94, h * 0.6), (-w * 0.95, h * 0.14)),
            chest, 0);
        sketch.Side(Shape.Polygon(at, (w * 0.62, 0), (w * 0.96, h * 0.15), (w * 0.9, h * 0.59), (w * 0.5, h * 0.78), (w * 0.54, h * 0.3)), chest);
        PaintFront(sketch, at, w, h);
        sketch.Plate(
            Shape.Polygon(at, (-w * 0.52, -h * 0.05), (w * 0.36, -h * 0.05), (w * 0.26, h * 0.11), (-w * 0.14, h * 0.19), (-w * 0.46, h * 0.11)),
            sketch.Colours.Joint, 0.6, 0.6);
    }

    internal static void PaintPelvis(Sketch sketch)
    {
        double w = sketch.Lengths.TorsoHalf;
        double h = Math.Max(6.5, (sketch.Lengths.HipY - sketch.Lengths.WaistY) + (sketch.Lengths.Thigh * 0.3));
        Frame at = sketch.Body.Moved(50, sketch.Lengths.WaistY);
        Colour skirt = sketch.Livery.Skirt;
        sketch.Plate(Shape.Polygon(at, (w * 0.5, 0.2), (w * 0.92, h * 0.12), (w * 1.14, h * 1.02), (w * 0.66, h * 1.08)), skirt, 1.2);
        sketch.Detail(Shape.Polygon(at, (-w * 0.62, 0), (w * 0.6, 0), (w * 0.5, h * 0.6), (-w * 0.1, h * 1.05), (-w * 0.22, h * 1.05), (-w * 0.6, h * 0.6)), sketch.Colours.Joint);
        sketch.Plate(Shape.Polygon(at, (-w * 0.78, 0.2), (-w * 0.26, 0.2), (-w * 0.3, h * 0.84), (-w * 0.62, h * 1.02), (-w * 0.92, h * 0.86)), skirt, 0.8);
        sketch.Plate(Shape.Polygon(at, (-w * 0.04, 0.2), (w * 0.6, 0.2), (w * 0.72, h * 0.9), (w * 0.32, h * 1.06), (w * 0.0, h * 0.84)), skirt, 1.1);
        if (sketch.Traits.Marking != 0)
        {
            sketch.Detail(Shape.Polygon(at, (w * 0.16, h * 0.3), (w * 0.46, h * 0.3), (w * 0.5, h * 0.62), (w * 0.18, h * 0.62)), sketch.Colours.Trim);
            sketch.Detail(Shape.Polygon(at, (-w * 0.64, h * 0.3), (-w * 0.42, h * 0.3), (-w * 0.44, h * 0.62), (-w * 0.68, h * 0.62)), sketch.Colours.Trim);
        }

        sketch.Plate(Shape.Polygon(at, (-w * 0.3, -0.3), (w * 0.02, -0.3), (w * 0.0, h * 0.7), (-w * 0.14, h * 1.0), (-w * 0.28, h * 0.7)), sketch.Colours.Third, 0.8);
    }

    private static void PaintFront(Sketch sketch, Frame at, double w, double h)
    {
        Scheme colours = sketch.Colours;
        switch (sketch.Traits.Chest)
        {
            case ChestKind.Vents:
                Vent(sketch, at, -w * 0.84, -w * 0.44, h * 0.24, h * 0.5);
                Vent(sketch, at, w * 0.04, w * 0.48, h * 0.24, h * 0.5);
                sketch.Plate(Shape.Polygon(at, (-w * 0.42, h * 0.42), (w * 0.02, h * 0.42), (w * 0.1, h * 0.8), (-w * 0.5, h * 0.8)), colours.Third, 0.8);
                break;
            case ChestKind.Core:
                sketch.Detail(Shape.Ellipse(at, -w * 0.18, h * 0.42, w * 0.36, w * 0.36), colours.Trim);
                sketch.Lamp(Shape.Ellipse(at, -w * 0.18, h * 0.42, w * 0.22, w * 0.22));
                sketch.Seam(at, (-w * 0.9, h * 0.5), (-w * 0.52, h * 0.44), sketch.Livery.Chest);
                sketch.Seam(at, (w * 0.18, h * 0.44), (w * 0.54, h * 0.5), sketch.Livery.Chest);
                break;
            case ChestKind.Plate:
                sketch.Plate(
                    Shape.Polygon(at, (-w * 0.98, h * 0.1), (-w * 0.18, h * 0.3), (w * 0.6, h * 0.08), (w * 0.56, h * 0.36), (-w * 0.18, h * 0.66), (-w * 0.96, h * 0.38)),
                    colours.Trim, 0.9);
                sketch.Detail(Shape.Polygon(at, (-w * 0.3, h * 0.36), (-w * 0.06, h * 0.36), (-w * 0.18, h * 0.58)), colours.Third);
                break;
            default:
                sketch.Plate(Shape.Polygon(at, (-w * 0.54, h * 0.2), (w * 0.18, h * 0.2), (w * 0.26, h * 0.62), (-w * 0.18, h * 0.78), (-w * 0.6, h * 0.62)), colours.Second == sketch.Livery.Chest ? colours.Main : colours.Second, 1);
                sketch.Seam(at, (-w * 0.18, h * 0.22), (-w * 0.18, h * 0.74), sketch.Livery.Chest);
                sketch.Detail(Shape.Polygon(at, (-w * 0.9, h * 0.26), (-w * 0.64, h * 0.26), (-w * 0.66, h * 0.36), (-w * 0.9, h * 0.36)), colours.Trim);
                sketch.Detail(Shape.Polygon(at, (w * 0.3, h * 0.26), (w * 0.54, h * 0.26), (w * 0.53, h * 0.36), (w * 0.31, h * 0.36)), colours.Trim);
                break;
        }
    }

    private static void Vent(Sketch sketch, Frame at, double left, double right, double top, double bottom)
    {
        sketch.Detail(Shape.Polygon(at, (left, top), (right, top), (right, bottom), (left + ((right - left) * 0.1), bottom)), sketch.Colours.Trim);
        for (int i = 1; i < 3; i++)
        {
            double y = top + ((bottom - top) * i / 3);
            sketch.Seam(at, (left + 0.3, y), (right - 0.2, y), sketch.Colours.Trim, 0.55);
        }
    }
}
