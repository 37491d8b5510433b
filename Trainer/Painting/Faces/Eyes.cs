namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Eyes and brows. Each is drawn as the left one, in a frame that is mirrored for the right.</summary>
internal static class Eyes
{
    private const double EyeY = 59.5;

    internal static void Paint(Sketch sketch)
    {
        foreach (bool right in new[] { false, true })
        {
            Frame frame = right ? sketch.Head.Mirrored() : sketch.Head;
            bool closed = sketch.Traits.Expression is Expression.Content
                || (sketch.Traits.Expression is Expression.Wink && right == sketch.Traits.WinksRight);
            if (closed)
            {
                PaintClosed(sketch, frame);
            }
            else
            {
                PaintOpen(sketch, frame, right);
            }
        }
    }

    internal static void PaintBrows(Sketch sketch, float alpha)
    {
        FaceTraits traits = sketch.Traits;
        Colour colour = sketch.Hair.Line.Mix(sketch.Hair.Shade, 0.35f);
        double y = EyeY - (traits.EyeHeight / 2) - 4.4 - traits.BrowLift;
        var (inner, outer, arch) = traits.Expression switch
        {
            Expression.Angry => (2.6, -1.4, 0.4),
            Expression.Sad => (-2.4, 1.4, 0.6),
            Expression.Surprised => (-1.6, -1.0, 2.2),
            Expression.Laugh or Expression.Content => (-0.6, 0.4, 2.0),
            _ => (0.2, 0.4, 1.4),
        };
        foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
        {
            double x = 50 - traits.EyeDistance;
            sketch.Canvas.Draw(
                Stroke.Cubic(frame, (x + 5.6, y + inner), (x + 2, y - arch + (inner / 2)), (x - 3, y - arch + (outer / 2)), (x - 7, y + 0.8 + outer),
                    traits.BrowWidth * 0.8, traits.BrowWidth * 1.05, 0.5), colour, alpha);
        }
    }

    private static void PaintOpen(Sketch sketch, Frame frame, bool right)
    {
        FaceTraits traits = sketch.Traits;
        Canvas canvas = sketch.Canvas;
        double open = traits.Expression switch
        {
            Expression.Surprised => 1.08,
            Expression.Laugh or Expression.Angry => 0.9,
            Expression.Sad => 0.92,
            _ => 1.0,
        };
        double w = traits.EyeWidth / 2;
        double h = traits.EyeHeight / 2 * open;
        double slant = traits.EyeSlant + (traits.Expression == Expression.Angry ? 1.2 : traits.Expression == Expression.Sad ? -1.2 : 0);
        double x = 50 - traits.EyeDistance;
        double y = EyeY + (traits.EyeHeight / 2 * (1 - open));
        (double X, double Y) inner = (x + (w * 0.93), y + (h * 0.22) + (slant * 0.4));
        (double X, double Y) outer = (x - w, y - (h * 0.12) - (slant * 0.6));
        double top = y - (h * 1.28);
        double bottom = y + h;

        Shape opening = new Shape(frame).Move(inner.X, inner.Y)
            .Cubic(x + (w * 0.8), top + (h * 0.12), x - (w * 0.5), top - (slant * 0.3), outer.X, outer.Y)
            .Cubic(x - (w * 0.92), y + (h * 0.72), x - (w * 0.55), bottom, x - (w * 0.02), bottom)
            .Cubic(x + (w * 0.55), bottom, x + (w * 0.88), y + (h * 0.78), inner.X, inner.Y);
        Mask inside = canvas.Cover(opening);
        canvas.Fill(opening, new Ink(Colour.Hex(0xD3D4E4), Colour.White, y - h, y - (h * 0.1)));
        PaintIris(sketch, frame, right, inside, x, y, w, h);

        Colour lash = Palette.Lash.Mix(sketch.Hair.Line, 0.35f);
        canvas.Draw(Stroke.Cubic(frame, (inner.X, inner.Y), (x + (w * 0.8), top + (h * 0.12)), (x - (w * 0.5), top - (slant * 0.3)), (outer.X, outer.Y), 0.9, 2.7, 2.3), lash);
        canvas.Draw(Stroke.Quad(frame, (outer.X, outer.Y), (outer.X - 1.2, outer.Y - 0.5), (outer.X - 2.5, outer.Y - 2.2 - (slant * 0.2)), 2.2, 1.4, 0.2), lash);
        canvas.Draw(Stroke.Quad(frame, (outer.X, outer.Y), (outer.X - 0.4, outer.Y + (h * 0.45)), (x - (w * 0.72), y + (h * 0.72)), 1.7, 0.9, 0.4), lash);
        canvas.Draw(Stroke.Quad(frame, (x - (w * 0.6), y + (h * 0.84)), (x - (w * 0.2), y + (h * 1.08)), (x + (w * 0.42), y + (h * 0.95)), 0.35, 0.75, 0.25), lash, 0.8f);
        canvas.Draw(Stroke.Cubic(frame, (inner.X - (w * 0.25), top + (h * 0.2)), (x + (w * 0.3), top - (h * 0.12)), (x - (w * 0.5), top - (h * 0.14)), (outer.X + (w * 0.1), outer.Y - (h * 0.5)), 0.2, 0.7, 0.3),
            sketch.Skin.Line, 0.7f);
    }

    private static void PaintIris(Sketch sketch, Frame frame, bool right, Mask inside, double x, double y, double w, double h)
    {
        Canvas canvas = sketch.Canvas;
        FaceTraits traits = sketch.Traits;
        var (dark, mid, light) = Palette.EyesOf(right ? traits.RightEye : traits.LeftEye);
        double small = traits.Expression == Expression.Surprised ? 0.86 : 1;
        double rx = w * 0.66 * small;
        double ry = h * 0.94 * small;

        // The frame of the right eye is mirrored: looking left and the light from the left are mirrored back.
        double look = right ? -1 : 1;
        x += (traits.Gaze.X * w * 0.14 * look) + 0.4;
        y += (traits.Gaze.Y * h * 0.10) - (h * 0.02);
        canvas.Fill(Shape.Ellipse(frame, x, y, rx, ry), dark, inside);
        canvas.Fill(Shape.Ellipse(frame, x, y, rx * 0.86, ry * 0.9), new Ink(dark.Mix(mid, 0.25f), light, y - (ry * 0.75), y + (ry * 0.95)), inside);
        canvas.Fill(Shape.Ellipse(frame, x, y - (ry * 0.02), rx * 0.46, ry * 0.5), dark.Scale(0.7f), inside);
        canvas.Fill(Shape.Ellipse(frame, x, y + (ry * 0.58), rx * 0.5, ry * 0.24), Ink.Of(light.Mix(Colour.White, 0.4f), 0.75f), inside);
        canvas.Fill(new Shape(frame).Move(x - w, y - (h * 1.4)).Line(x + w, y - (h * 1.4)).Line(x + w, y - (h * 0.62)).Quad(x, y - (h * 0.9), x - w, y - (h * 0.5)),
            Ink.Of(dark.Scale(0.6f), 0.5f), inside);
        canvas.Fill(Shape.Ellipse(frame, x - (rx * 0.36 * look), y - (ry * 0.42), rx * 0.36, ry * 0.27), Colour.White);
        canvas.Fill(Shape.Ellipse(frame, x + (rx * 0.42 * look), y + (ry * 0.36), rx * 0.18, ry * 0.14), Ink.Of(Colour.White, 0.9f), inside);
    }

    // Laughing and content eyes are arcs; so is the closed one of a wink.
    private static void PaintClosed(Sketch sketch, Frame frame)
    {
        FaceTraits traits = sketch.Traits;
        Colour lash = Palette.Lash.Mix(sketch.Hair.Line, 0.35f);
        double w = traits.EyeWidth / 2;
        double x = 50 - traits.EyeDistance;
        double y = EyeY + 2.5;
        bool up = traits.Expression == Expression.Wink || traits.Gaze.Y < 0.1;
        double bend = up ? -5.2 : 4.2;
        double corner = up ? 1.4 : -1.2;
        sketch.Canvas.Draw(Stroke.Cubic(frame, (x + (w * 0.9), y + corner), (x + (w * 0.5), y + bend), (x - (w * 0.5), y + bend), (x - w, y + corner), 0.7, 2.1, 1.3), lash);
        for (int i = 0; i < 2; i++)
        {
            double at = x - (w * (0.98 - (0.28 * i)));
            double from = y + corner + ((bend - corner) * 0.36 * i);
            sketch.Canvas.Draw(Stroke.Quad(frame, (at, from), (at - 1, from + 0.3), (at - 2.1, from + (up ? -0.7 : 1.4)), 1.3, 0.8, 0.2), lash);
        }
    }
}
