namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>The hair in front: crown, fringe and the locks beside the face, as one outline.</summary>
internal static class FrontHair
{
    private const double LeftInnerX = 27.5;
    private const double RightInnerX = 72.5;
    private const double InnerY = 47;

    internal static void Paint(Sketch sketch, Shape outline)
    {
        Canvas canvas = sketch.Canvas;
        HairTone hair = sketch.Hair;
        Frame frame = FrameOf(sketch);
        Mask inside = canvas.Cover(outline);
        canvas.Fill(outline, hair.Base);

        // Whatever a copy of the hair, moved towards the light, does not cover lies in shade: the far edge of each lock.
        Mask lit = canvas.Cover(outline.Moved(-1.9, -2.1));
        canvas.Fill(outline, hair.Shade, inside, lit);
        PaintShine(sketch, inside);
        foreach (var (x, y) in Valleys(sketch.Traits))
        {
            double bend = (x - 50) * 0.25;
            canvas.Draw(
                Stroke.Cubic(frame, (x, y), (x + (bend * 0.4), y - 6), (x - (bend * 0.3), y - 12), (50 + ((x - 50) * 0.55), Math.Max(17, y - 20)), 1.0, 0.8, 0.1),
                hair.Shade.Mix(hair.Line, 0.35f), 0.9f, inside);
        }

        PaintSideStrands(sketch, frame, inside);
        canvas.Outline(outline, hair.Line, Sketch.LineWidth);
        if (sketch.Traits.Ahoge)
        {
            PaintAhoge(sketch, frame);
        }
    }

    /// <summary>In the frame of the head, mirrored where the traits say so.</summary>
    internal static Shape Outline(Sketch sketch)
    {
        FaceTraits traits = sketch.Traits;
        double tipY = traits.SideLockY;
        bool spiky = traits.BackHair == BackHairStyle.Spiky;
        var shape = new Shape(FrameOf(sketch)).Move(25, tipY);
        double outer = tipY > 80 ? 15.2 : 17;
        shape.Cubic(19.5, tipY - 7, outer, 62, 16.8, 45);
        if (spiky)
        {
            Spikes(shape, traits);
        }
        else
        {
            shape.Cubic(16, 23, 30, 9.2, 50, 9.2).Cubic(70, 9.2, 84, 23, 83.2, 45);
        }

        double rightTip = tipY + (2.5 * traits.Jitter[7]);
        shape.Cubic(100 - outer, 62, 80.5, rightTip - 7, 75, rightTip)
            .Cubic(73.2, rightTip - 10, 74.2, 57, RightInnerX, InnerY);
        Fringe(shape, traits);
        return shape.Cubic(25.8, 57, 26.8, tipY - 10, 25, tipY);
    }

    private static Frame FrameOf(Sketch sketch) => sketch.Traits.HairMirrored ? sketch.Head.Mirrored() : sketch.Head;

    // From the right inner point to the left one: tips and the valleys after them.
    private static (double TipX, double TipY, double ValleyX, double ValleyY)[] Locks(FaceTraits traits) => traits.FrontHair switch
    {
        FrontHairStyle.Choppy =>
            [(67.5, 53.5, 62.5, 42), (57, 52.5, 53, 40.5), (46.5, 54, 43, 41), (37, 52.5, 33.5, 43), (30.5, 54.5, LeftInnerX, InnerY)],
        FrontHairStyle.StraightCut =>
            [(63.5, 49.8, 62.6, 46.5), (51, 49.4, 50, 45.5), (38, 49.6, 37, 46.5), (29, 50, LeftInnerX, InnerY)],
        FrontHairStyle.CentreParting =>
            [(70, 57, 50, 24), (30, 57, LeftInnerX, InnerY)],
        FrontHairStyle.SideSwept =>
            [(70.5, 55, 62.5, 25), (49, 47, 47.5, 42.5), (39, 50.5, 37, 45), (29.5, 56, LeftInnerX, InnerY)],
        FrontHairStyle.CentreLock =>
            [(68.5, 52, 60, 37.5), (50.5, 59.5, 41.5, 37.5), (31.5, 52, LeftInnerX, InnerY)],
        FrontHairStyle.SweptBack =>
            [(71, 50, 50, 28.5), (29, 50, LeftInnerX, InnerY)],
        FrontHairStyle.Rounded =>
            [(62, 50, 58, 45.5), (49.5, 51, 45.5, 45.5), (37.5, 50.5, 33.5, 46), (30, 50.5, LeftInnerX, InnerY)],
        _ =>
            [(69.5, 53, 64.5, 31), (34.5, 70, 32, 59), (29.5, 65, LeftInnerX, InnerY)],
    };

    private static void Fringe(Shape shape, FaceTraits traits)
    {
        double fromX = RightInnerX;
        double fromY = InnerY;
        int index = 0;
        foreach (var (baseX, baseY, valleyX, valleyY) in Locks(traits))
        {
            double tipX = baseX + (0.9 * traits.Jitter[index % 7]);
            double tipY = baseY + (1.5 * traits.Jitter[(index + 3) % 7]);
            Lock(shape, traits.FrontHair, fromX, fromY, tipX, tipY, valleyX, valleyY);
            (fromX, fromY) = (valleyX, valleyY);
            index++;
        }
    }

    private static void Lock(Shape shape, FrontHairStyle style, double fromX, double fromY, double tipX, double tipY, double toX, double toY)
    {
        switch (style)
        {
            case FrontHairStyle.StraightCut:
                shape.Line(fromX - 0.4, tipY).Line(toX + 0.5, tipY + 0.2).Line(toX, toY);
                break;
            case FrontHairStyle.Rounded:
                shape.Cubic(fromX - 0.5, tipY - 1, ((fromX + tipX) / 2) + 1, tipY, tipX, tipY).Cubic((tipX + toX) / 2, tipY, toX + 0.6, tipY - 1, toX, toY);
                break;
            case FrontHairStyle.CentreParting or FrontHairStyle.SweptBack:
                // Two arches from the parting to the sides of the face.
                bool right = tipX > 50;
                double side = style == FrontHairStyle.SweptBack ? 0.95 : 0.62;
                if (right)
                {
                    shape.Quad(fromX - 0.6, tipY - 4, tipX, tipY).Cubic(tipX - 1, tipY - 12, 50 + (20 * side), toY + 3, toX, toY);
                }
                else
                {
                    shape.Cubic(50 - (20 * side), fromY + 3, tipX + 1, tipY - 12, tipX, tipY).Quad(toX + 0.6, tipY - 4, toX, toY);
                }

                break;
            default:
                // Full on its right, hollow on its left: the locks lean the same way.
                shape.Quad(fromX - (0.12 * (fromX - tipX)), fromY + (0.7 * (tipY - fromY)), tipX, tipY)
                    .Quad(tipX - (0.25 * (tipX - toX)), tipY - (0.55 * (tipY - toY)), toX, toY);
                break;
        }
    }

    // Swept to the right and upwards, larger towards the crown.
    private static void Spikes(Shape shape, FaceTraits traits)
    {
        (double X, double Y)[] tips = [(9, 33), (12, 15), (28, 3), (50, -1.5), (72, 1), (88, 15), (92, 34)];
        (double X, double Y)[] valleys = [(18, 27), (27.5, 15.5), (41, 9.5), (60, 9), (74.5, 16), (82.5, 28), (83.2, 45)];
        for (int i = 0; i < tips.Length; i++)
        {
            double x = tips[i].X + (2.2 * traits.Jitter[i]);
            double y = tips[i].Y + (2 * traits.Jitter[7 - i]);
            var (fromX, fromY) = i == 0 ? (16.8, 45) : valleys[i - 1];
            var (toX, toY) = valleys[i];
            shape.Quad(((fromX + x) / 2) - 1.2, ((fromY + y) / 2) - 0.6, x, y)
                .Quad(((toX + x) / 2) - (toX < 50 ? 1 : -0.4), ((toY + y) / 2) + 0.4, toX, toY);
        }
    }

    private static IEnumerable<(double X, double Y)> Valleys(FaceTraits traits) =>
        Locks(traits).Select(l => (l.ValleyX, l.ValleyY)).Where(v => v.ValleyX != LeftInnerX);

    private static void PaintSideStrands(Sketch sketch, Frame frame, Mask inside)
    {
        Colour colour = sketch.Hair.Shade.Mix(sketch.Hair.Line, 0.25f);
        double y = sketch.Traits.SideLockY;
        sketch.Canvas.Draw(Stroke.Cubic(frame, (21.5, 38), (20, 48), (20.5, y - 18), (22.6, y - 7), 0.1, 0.9, 0.2), colour, 0.85f, inside);
        sketch.Canvas.Draw(Stroke.Cubic(frame, (78.5, 38), (80, 48), (79.5, y - 18), (77.4, y - 7), 0.1, 0.9, 0.2), colour, 0.85f, inside);
    }

    // A bright band around the crown, its lower edge cut into teeth by the locks.
    private static void PaintShine(Sketch sketch, Mask inside)
    {
        Frame frame = sketch.Head;
        FaceTraits traits = sketch.Traits;
        Shape band = new Shape(frame).Move(21.5, 37.5).Cubic(24.5, 26, 37, 20.5, 50, 20.5).Cubic(63, 20.5, 75.5, 26, 78.5, 37.5);
        const int Teeth = 8;
        for (int i = 0; i < Teeth; i++)
        {
            double u = 1 - ((i + 0.5) / Teeth);
            double v = 1 - ((i + 1.0) / Teeth);
            var (tipX, tipY) = Along(u, 5.2 + (1.8 * traits.Jitter[i]));
            var (backX, backY) = Along(v, 1.3);
            shapeTooth(tipX, tipY, backX, backY);
        }

        sketch.Canvas.Fill(band, Ink.Of(sketch.Hair.Light, 0.9f), inside);

        void shapeTooth(double tipX, double tipY, double backX, double backY) => band.Line(tipX, tipY).Line(backX, backY);

        static (double X, double Y) Along(double u, double down)
        {
            double x = 21.5 + (57 * u);
            double d = (x - 50) / 28.5;
            return (x, 20.5 + (17 * d * d * (0.55 + (0.45 * d * d))) + down);
        }
    }

    private static void PaintAhoge(Sketch sketch, Frame frame)
    {
        Shape strand = new Shape(frame).Move(47, 10.5).Cubic(44, 4, 51, -1, 60, 2.5).Cubic(54, 2.4, 50.5, 5, 52, 10.5);
        sketch.Block(strand, sketch.Hair.Base, sketch.Hair.Line, 1);
        sketch.Canvas.Fill(new Shape(frame).Move(47.6, 12.4).Line(48, 10).Line(51, 10).Line(51.6, 12.4), sketch.Hair.Base);
    }
}
