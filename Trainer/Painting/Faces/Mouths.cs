namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Nose, mouth and blush.</summary>
internal static class Mouths
{
    internal static void PaintNose(Sketch sketch)
    {
        Colour colour = sketch.Skin.Shade.Mix(sketch.Skin.Line, 0.45f);
        double y = sketch.Traits.ChinY - 16.5;
        Stroke nose = sketch.Traits.Nose switch
        {
            0 => Stroke.Quad(sketch.Head, (50.2, y - 1), (51.4, y + 0.4), (50.3, y + 0.9), 0.3, 0.9, 0.4),
            1 => Stroke.Quad(sketch.Head, (49.2, y + 0.4), (50.2, y + 1.2), (51.2, y + 0.3), 0.3, 1.0, 0.3),
            _ => Stroke.Quad(sketch.Head, (50.6, y - 2.6), (51.2, y - 0.8), (51.4, y + 0.4), 0.2, 0.7, 0.9),
        };
        sketch.Canvas.Draw(nose, colour);
    }

    internal static void PaintBlush(Sketch sketch)
    {
        FaceTraits traits = sketch.Traits;
        if (traits.Blush <= 0)
        {
            return;
        }

        Colour colour = Palette.Blush.Mix(sketch.Skin.Shade, traits.Skin >= 4 ? 0.35f : 0.1f);
        foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
        {
            double x = 50 - traits.EyeDistance - 3.4;
            double y = traits.ChinY - 14.4;
            sketch.Canvas.Glow(frame, x, y, 6.2, 3.6, colour, 0.5f * traits.Blush);
            for (int i = -1; i <= 1 && traits.Blush > 0.75f; i++)
            {
                double at = x + (i * 2.1);
                sketch.Canvas.Draw(Stroke.Quad(frame, (at + 0.7, y - 1.1), (at, y), (at - 0.7, y + 1.1), 0.4, 0.6, 0.3), colour.Scale(0.86f), 0.75f);
            }
        }
    }

    internal static void PaintMouth(Sketch sketch)
    {
        FaceTraits traits = sketch.Traits;
        Frame frame = sketch.Head.Moved(0, traits.ChinY - 84.5);
        Colour line = sketch.Skin.Line.Scale(0.85f);
        switch (traits.Expression)
        {
            case Expression.Smile or Expression.Content:
                Curve(sketch, frame, line, 4.8, 74.2, 3.6);
                break;
            case Expression.Wink when traits.Nose == 0:
                Curve(sketch, frame, line, 4.8, 74.2, 3.6);
                break;
            case Expression.Laugh or Expression.Wink:
                PaintOpen(sketch, frame, line, 5.6, 72.8, 8.2);
                break;
            case Expression.Surprised:
                Shape ring = Shape.Ellipse(frame, 50, 75.4, 2.3, 2.9);
                sketch.Canvas.Fill(ring, Palette.Mouth);
                sketch.Canvas.Outline(ring, line, 0.9);
                break;
            case Expression.Sad:
                Curve(sketch, frame, line, 4.0, 76.2, -2.6);
                break;
            case Expression.Angry:
                Curve(sketch, frame, line, 4.4, 75.8, -1.6);
                sketch.Canvas.Draw(Stroke.Quad(frame, (48.6, 77.9), (50, 78.3), (51.4, 77.9), 0.2, 0.7, 0.2), sketch.Skin.Shade.Scale(0.85f));
                break;
            case Expression.Cat:
                sketch.Canvas.Draw(Stroke.Cubic(frame, (44.6, 73.6), (45.4, 76.6), (49.2, 77), (50, 74), 0.6, 1.15, 0.9), line);
                sketch.Canvas.Draw(Stroke.Cubic(frame, (50, 74), (50.8, 77), (54.6, 76.6), (55.4, 73.6), 0.9, 1.15, 0.6), line);
                break;
            default:
                Curve(sketch, frame, line, 3.4, 75, 0.7);
                break;
        }
    }

    private static void Curve(Sketch sketch, Frame frame, Colour line, double half, double y, double bend)
    {
        sketch.Canvas.Draw(Stroke.Cubic(frame, (50 - half, y), (50 - (half * 0.5), y + bend), (50 + (half * 0.5), y + bend), (50 + half, y), 0.6, 1.3, 0.6), line);
        if (bend > 2)
        {
            sketch.Canvas.Draw(Stroke.Quad(frame, (48.9, y + bend + 1.4), (50, y + bend + 1.9), (51.1, y + bend + 1.4), 0.2, 0.6, 0.2), sketch.Skin.Shade, 0.9f);
        }
    }

    private static void PaintOpen(Sketch sketch, Frame frame, Colour line, double half, double y, double depth)
    {
        Shape mouth = new Shape(frame).Move(50 - half, y)
            .Quad(50, y + 1.6, 50 + half, y)
            .Cubic(50 + half, y + (depth * 0.75), 50 + (half * 0.45), y + depth, 50, y + depth)
            .Cubic(50 - (half * 0.45), y + depth, 50 - half, y + (depth * 0.75), 50 - half, y);
        Mask inside = sketch.Canvas.Cover(mouth);
        sketch.Canvas.Fill(mouth, Palette.Mouth);
        sketch.Canvas.Fill(Shape.Ellipse(frame, 50, y + depth + 0.6, half * 0.72, depth * 0.42), Palette.Tongue, inside);
        sketch.Canvas.Fill(new Shape(frame).Move(50 - half, y - 1).Line(50 + half, y - 1).Line(50 + half, y).Quad(50, y + 3.6, 50 - half, y), Colour.White, inside);
        sketch.Canvas.Outline(mouth, line, 0.95);
    }
}
