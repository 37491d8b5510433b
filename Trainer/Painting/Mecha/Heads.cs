namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Helmets and faces, drawn up from the neck and looking to the left.</summary>
internal static class Heads
{
    internal static void Paint(Sketch sketch)
    {
        Frame at = sketch.Body.Placed(0, 0, 0, sketch.Lengths.Head, 49.6, sketch.Lengths.NeckY + 0.6);
        sketch.Detail(Shape.Polygon(at, (-2.2, -3), (2, -3), (2.2, 1.2), (-2.4, 1.2)), sketch.Colours.Joint);
        switch (sketch.Traits.Head)
        {
            case HeadKind.VFin:
                PaintTwinEyes(sketch, at);
                PaintVFin(sketch, at);
                break;
            case HeadKind.MonoEye:
                PaintMonoEye(sketch, at);
                break;
            case HeadKind.Visor:
                PaintVisor(sketch, at);
                break;
            case HeadKind.Horned:
                PaintHorned(sketch, at);
                break;
            case HeadKind.Camera:
                PaintCamera(sketch, at);
                break;
            default:
                PaintKnight(sketch, at);
                break;
        }
    }

    private static void PaintTwinEyes(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        sketch.Plate(Shape.Polygon(at, (-1.6, -11.2), (1.2, -13.6), (3.6, -12.4), (2.4, -9.8)), colours.Third, 0.7, 0.65);
        sketch.Plate(
            new Shape(at).Move(-4.9, -6).Cubic(-5, -10, -2.6, -11.9, 0.4, -11.9).Cubic(4, -11.9, 5.8, -9.2, 5.6, -5.4).Line(4.8, -1.8).Line(2.4, -1).Line(0.6, -2.2).Line(-3.6, -2.2),
            helmet, 1.6);
        sketch.Plate(Shape.Polygon(at, (-5, -6.2), (1, -6.2), (0.9, -2.8), (-0.9, -0.5), (-3.5, -0.5), (-4.8, -2.8)), Colour.Hex(0xD9DCE4), 0.8, 0.65);
        sketch.Detail(Shape.Polygon(at, (-3.7, -1.8), (-1, -1.8), (-1.3, 0.1), (-3.3, 0.1)), colours.Third);
        sketch.Canvas.Fill(Shape.Polygon(at, (-5.1, -6.9), (1.4, -6.9), (1.2, -4.3), (-2.2, -3.9), (-4.9, -4.3)), Palette.Night);
        sketch.Lamp(Shape.Polygon(at, (-4.9, -6.5), (-2.9, -5.7), (-3.1, -4.5), (-4.7, -4.8)));
        sketch.Lamp(Shape.Polygon(at, (-1.9, -5.7), (1, -6.7), (0.8, -4.9), (-1.5, -4.5)));
        sketch.Plate(Shape.Polygon(at, (1.9, -7.6), (4.7, -7.2), (4.6, -3), (2.1, -2.8)), colours.Joint.Mix(Palette.Steel, 0.5f), 0.7, 0.65);
        sketch.Seam(at, (2.2, -5.2), (4.4, -5.2), colours.Joint);
        sketch.Detail(Shape.Polygon(at, (-5.4, -8), (-2.2, -7.4), (1.8, -8.2), (1.5, -6.8), (-2.2, -5.9), (-5.2, -6.8)), helmet);
    }

    private static void PaintVFin(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        if (sketch.Traits.Crest)
        {
            sketch.Plate(Shape.Polygon(at, (-2, -9.8), (9.2, -11.4), (-1, -7.4)), colours.Trim, 0.5, 0.65);
            sketch.Plate(Shape.Polygon(at, (-2.8, -9.8), (-10, -10.2), (-3.6, -7.4)), colours.Trim, 0.5, 0.65);
        }

        sketch.Plate(Shape.Polygon(at, (-2.2, -9.6), (7.4, -16.8), (-0.6, -7)), colours.Trim, 0.5, 0.7);
        sketch.Plate(Shape.Polygon(at, (-2.6, -9.6), (-9.4, -16), (-3.9, -7)), colours.Trim, 0.5, 0.7);
        sketch.Plate(Shape.Polygon(at, (-3.3, -9.6), (-1.3, -9.6), (-1, -7.2), (-2.3, -6.1), (-3.6, -7.2)), colours.Third, 0.4, 0.65);
    }

    private static void PaintMonoEye(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        if (sketch.Traits.Crest)
        {
            sketch.Plate(Shape.Polygon(at, (-3, -10.4), (-4.6, -17), (0.2, -11.4)), colours.Trim, 0.7, 0.7);
        }

        sketch.Plate(
            new Shape(at).Move(-4.8, -3.4).Cubic(-6.4, -9.8, -3, -12.4, 0.4, -12.4).Cubic(4.6, -12.4, 6.6, -8.6, 6, -3.4).Line(4.6, -0.6).Line(-3, -0.6), helmet, 2);
        sketch.Detail(
            new Shape(at).Move(-5.7, -7.6).Quad(-1.6, -8.8, 3.6, -7.8).Line(3.4, -4.7).Quad(-1.6, -5.2, -5.5, -4.4), Palette.Night);
        double x = -1.9 + (1.7 * sketch.Traits.Gaze);
        sketch.Canvas.Fill(Shape.Ellipse(at, x, -6.4, 2.1, 1.9), Ink.Of(colours.Glow, 0.35f));
        sketch.Lamp(Shape.Ellipse(at, x, -6.4, 1.4, 1.4));
        sketch.Plate(Shape.Polygon(at, (-6.2, -4.2), (-1.4, -4), (-0.8, -1), (-2.4, 0.2), (-5.2, 0), (-6.6, -2)), colours.Joint.Mix(helmet, 0.35f), 0.8, 0.7);
        sketch.Seam(at, (-5.8, -2.9), (-1.6, -2.7), colours.Joint);
        sketch.Seam(at, (-5.6, -1.5), (-1.8, -1.4), colours.Joint);
        Stroke pipe = Stroke.Quad(at, (-2.4, -0.6), (1.6, 1), (4.4, -2), 2.3, 2.3, 2.3);
        sketch.Canvas.Draw(pipe, Sketch.LineOf(colours.Joint));
        sketch.Canvas.Draw(Stroke.Quad(at, (-2.4, -0.6), (1.6, 1), (4.4, -2), 1.3, 1.3, 1.3), colours.Joint.Mix(Palette.Steel, 0.5f));
        for (double x0 = -1; x0 < 4; x0 += 1.3)
        {
            sketch.Seam(at, (x0, -1.2), (x0 + 0.2, 1), colours.Joint, 0.6);
        }
    }

    private static void PaintVisor(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        sketch.Plate(Shape.Polygon(at, (-2, -13.4), (1.2, -13.4), (1.6, -11), (-2.2, -11)), colours.Third, 0.6, 0.65);
        sketch.Plate(
            new Shape(at).Move(-4.8, -9).Quad(-4, -11.8, -1.4, -12).Line(2.6, -12).Quad(5.4, -11.4, 5.7, -8.6).Line(5.4, -2.6).Line(3.4, -0.6).Line(-2.8, -0.4).Line(-4.7, -2.4), helmet, 1.6);
        sketch.Plate(Shape.Polygon(at, (-5, -4.6), (0.6, -4.6), (0.2, -1.6), (-1.2, -0.2), (-3.6, -0.2), (-4.9, -1.8)), colours.Joint.Mix(Colour.White, 0.45f), 0.7, 0.65);
        sketch.Seam(at, (-3, -3.4), (-2.9, -0.8), colours.Joint);
        Shape glass = Shape.Polygon(at, (-5.4, -8.6), (2.6, -8.9), (2.8, -5), (-2.4, -4.3), (-5.3, -4.9));
        sketch.Canvas.Fill(glass, Ink.Of(colours.Glow), [new(Ink.Of(colours.Glow.Scale(0.62f)), -0.3, -1.7)]);
        sketch.Canvas.Outline(glass, colours.Glow.Scale(0.3f), 0.5);
        sketch.Canvas.Draw(Stroke.Line(at, (-4.4, -7.9), (-2.4, -7.9), 0.8), Colour.White, 0.9f);
        sketch.Plate(Shape.Ellipse(at, 4.4, -5.6, 1.7, 2.2), colours.Joint, 0.6, 0.65);
        if (sketch.Traits.Crest)
        {
            sketch.Bar(at, (4.4, -7), (6, -15.4), 0.8, colours.Trim);
        }
    }

    private static void PaintHorned(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        sketch.Plate(new Shape(at).Move(-4.2, -9.4).Cubic(-8, -11, -9.4, -14.4, -7.6, -18.4).Cubic(-6.6, -14.6, -4.6, -13, -1.8, -11.4), colours.Trim, 0.9, 0.7);
        sketch.Plate(new Shape(at).Move(4.6, -9.4).Cubic(8.8, -11, 10.4, -14.6, 8.4, -19).Cubic(7.4, -15, 5, -13.2, 1.8, -11.4), colours.Trim, 0.9, 0.7);
        sketch.Plate(Shape.Polygon(at, (3.6, -7), (8.6, -3.6), (7.4, 0.6), (2.6, -0.6)), colours.Second, 1, 0.7);
        sketch.Plate(
            new Shape(at).Move(-5, -4.6).Cubic(-5.6, -10, -2.6, -12.2, 0.4, -12.2).Cubic(4.2, -12.2, 6, -9.2, 5.6, -4.6).Line(4, -0.8).Line(-3.2, -0.8), helmet, 1.7);
        sketch.Canvas.Fill(Shape.Polygon(at, (-5.3, -7.2), (1.8, -7.4), (1.2, -4.6), (-1.8, -4.2), (-5, -4.6)), Palette.Night);
        if (sketch.Traits.Crest)
        {
            sketch.Lamp(Shape.Polygon(at, (-5, -6.7), (-3, -6), (-3.2, -5), (-4.8, -5.2)));
            sketch.Lamp(Shape.Polygon(at, (-1.8, -6), (1.2, -6.9), (0.9, -5.3), (-1.5, -5)));
        }
        else
        {
            sketch.Lamp(Shape.Polygon(at, (-4.7, -6.4), (1.2, -6.6), (0.9, -5.3), (-4.6, -5.2)));
        }

        sketch.Plate(Shape.Polygon(at, (-5.2, -4.4), (0.8, -4.4), (0.4, -1.4), (-1.6, 0.4), (-3.6, 0.4), (-5, -1.6)), colours.Second, 0.8, 0.7);
        sketch.Seam(at, (-4.4, -2.6), (-0.2, -2.6), colours.Second);
        sketch.Detail(Shape.Polygon(at, (-5.5, -8.4), (-2.2, -7.8), (2.4, -8.8), (2, -7.2), (-2.2, -6.4), (-5.4, -7.2)), helmet);
        sketch.Detail(Shape.Polygon(at, (-2.2, -11.6), (-0.6, -9.8), (-2.2, -7.6), (-3.8, -9.6)), colours.Glow);
    }

    private static void PaintCamera(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        if (sketch.Traits.Crest)
        {
            sketch.Bar(at, (4.6, -8), (7.4, -17), 0.8, Palette.Steel);
        }

        sketch.Plate(Shape.Polygon(at, (-4.6, -9), (-2.6, -11.2), (4.4, -11.2), (6.4, -8.6), (6.2, -1.8), (4, -0.2), (-3.4, -0.2), (-4.8, -2.4)), helmet, 0.6);
        sketch.Side(Shape.Polygon(at, (2.6, -11), (4.4, -11), (6.2, -8.6), (6, -1.8), (4, -0.4), (2.6, -0.4)), helmet);
        sketch.Plate(Shape.Polygon(at, (-1.4, -13.2), (2.6, -13.2), (2.6, -11.2), (-1.6, -11.2)), colours.Second, 0.6, 0.65);
        sketch.Plate(Shape.Ellipse(at, -2.6, -6.6, 3.5, 3.5), colours.Joint, 0.9, 0.7);
        sketch.Lamp(Shape.Ellipse(at, -3, -6.6, 2.3, 2.4));
        sketch.Canvas.Fill(Shape.Ellipse(at, -3.7, -7.4, 0.7, 0.7), Colour.White);
        sketch.Detail(Shape.Polygon(at, (-4.6, -2.6), (1.6, -2.6), (1.6, -1.2), (-4, -1.2)), colours.Third);
        sketch.Detail(Shape.Ellipse(at, 1.4, -4.2, 0.9, 0.9), Palette.Night);
    }

    private static void PaintKnight(Sketch sketch, Frame at)
    {
        Scheme colours = sketch.Colours;
        Colour helmet = sketch.Livery.Helmet;
        if (sketch.Traits.Crest)
        {
            Shape plume = new Shape(at).Move(-1, -11.6).Cubic(0, -18, 9, -19, 12.6, -11.6).Cubic(13.4, -8.6, 12.6, -5, 10.6, -2.6).Cubic(10.6, -7.6, 8, -10.6, 3.6, -10.4);
            sketch.Plate(plume, colours.Third, 1.4);
        }
        else
        {
            sketch.Plate(Shape.Polygon(at, (-3.4, -9.6), (1, -17.4), (4.6, -9.8), (0.8, -10.8)), colours.Trim, 0.8, 0.7);
        }

        sketch.Plate(
            new Shape(at).Move(-5.2, -5).Cubic(-5.2, -9.6, -3.2, -11.6, 0, -12.8).Cubic(4, -11.6, 6, -9.2, 5.6, -4.8).Line(4.4, -0.6).Line(-1.8, 0.6).Line(-4, -1.2), helmet, 1.8);
        sketch.Plate(
            Shape.Polygon(at, (-5.5, -7.4), (-2.2, -8.6), (2.8, -7.6), (2.4, -2), (-2, 1.2), (-4.8, -1.6)), helmet.Mix(Palette.Steel, 0.35f), 0.9, 0.7);
        sketch.Canvas.Fill(Shape.Polygon(at, (-5.2, -6.6), (1.8, -6.9), (1.6, -5), (-1.7, -4.6), (-1.8, -1), (-2.7, -1), (-2.7, -4.6), (-5, -4.8)), Palette.Night);
        sketch.Lamp(Shape.Polygon(at, (-4.9, -6.3), (-2.8, -6), (-2.9, -5.1), (-4.7, -5.2)));
        sketch.Lamp(Shape.Polygon(at, (-1.7, -6), (1.3, -6.5), (1.2, -5.3), (-1.6, -5.1)));
        sketch.Seam(at, (-0.4, -3.4), (1.4, -3.8), helmet);
        sketch.Seam(at, (-0.6, -2), (0.8, -2.4), helmet);
    }
}
