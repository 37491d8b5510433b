namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Things that are worn.</summary>
internal static class Accessories
{
    /// <summary>What lies under the hair in front.</summary>
    internal static void PaintBehind(Sketch sketch)
    {
        if (sketch.Traits.Accessory == Accessory.CatEars)
        {
            foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
            {
                var ear = new Shape(frame).Move(18.5, 30).Cubic(15.5, 20, 15, 9, 17, 1.5).Cubic(25, 4, 33, 9, 39, 15);
                sketch.Block(ear, sketch.Hair.Base, sketch.Hair.Line);
                sketch.Canvas.Fill(new Shape(frame).Move(21.5, 24).Cubic(19.5, 17, 19, 11, 20, 6.5).Cubic(25, 9, 29, 12, 33, 15.5), Palette.Blush.Mix(Colour.White, 0.45f));
            }
        }
    }

    internal static void PaintEarrings(Sketch sketch)
    {
        if (!sketch.Traits.Earrings)
        {
            return;
        }

        foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
        {
            double x = 50 - sketch.Traits.HeadHalfWidth - 0.4;
            sketch.Block(new Shape(frame).Move(x, 67).Line(x - 1.9, 71).Line(x, 75).Line(x + 1.9, 71), sketch.Accent, width: 0.8);
        }
    }

    /// <summary>Before the hair in front, after the eyes.</summary>
    internal static void PaintGlasses(Sketch sketch)
    {
        if (sketch.Traits.Glasses == 0)
        {
            return;
        }

        Colour rim = sketch.Traits.Accent % 2 == 0 ? Colour.Hex(0x2C2A38) : sketch.Accent.Scale(0.75f);
        double w = (sketch.Traits.EyeWidth / 2) + 2.2;
        double h = (sketch.Traits.EyeHeight / 2) + 0.4;
        const double Y = 61;
        foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
        {
            double x = 50 - sketch.Traits.EyeDistance;
            w = Math.Min(w, sketch.Traits.EyeDistance - 1.6);
            Shape lens = sketch.Traits.Glasses switch
            {
                1 => Shape.Ellipse(frame, x, Y, w, h + 0.8),
                2 => Cornered(frame, x, Y, w, h),
                _ => Cornered(frame, x, Y + 1.4, w, h * 0.82),
            };
            sketch.Canvas.Fill(lens, Ink.Of(Colour.White, 0.13f));
            sketch.Canvas.Outline(lens, rim, 1.25);
            sketch.Canvas.Draw(Stroke.Quad(frame, (x + w, Y - 0.6), (50 - 0.9, Y - 2), (50, Y - 1.9), 1.2, 1.2, 1.2), rim);
            sketch.Canvas.Draw(Stroke.Quad(frame, (x - w, Y - 1), (x - w - 2, Y - 1.6), (50 - sketch.Traits.HeadHalfWidth, Y - 2), 1.2, 1.2, 1.2), rim);
        }
    }

    /// <summary>On top of everything.</summary>
    internal static void PaintFront(Sketch sketch)
    {
        Frame frame = sketch.Traits.AccessoryOnRight ? sketch.Head.Mirrored() : sketch.Head;
        switch (sketch.Traits.Accessory)
        {
            case Accessory.Ribbon:
                Bow(sketch, frame.Placed(24, 20, -0.06, 1, 0, 0), 24, 20);
                break;
            case Accessory.Clip:
                foreach (double turn in new[] { 0.06, -0.08 })
                {
                    Frame at = frame.Placed(29, 40, turn, 1, 0, 0);
                    sketch.Block(Cornered(at, 29, 40, 4.6, 1.15), sketch.Accent, width: 0.8);
                }

                break;
            case Accessory.HairBand:
                Shape band = new Shape(sketch.Head).Move(16.6, 41).Cubic(17, 22, 31, 13.2, 50, 13.2).Cubic(69, 13.2, 83, 22, 83.4, 41)
                    .Line(80.2, 42.5).Cubic(79, 27, 67, 18.6, 50, 18.6).Cubic(33, 18.6, 21, 27, 19.8, 42.5);
                sketch.Block(band, sketch.Accent);
                break;
            case Accessory.Beret:
                PaintBeret(sketch, frame);
                break;
            case Accessory.Flower:
                Flower(sketch, frame);
                break;
        }
    }

    private static void PaintBeret(Sketch sketch, Frame frame)
    {
        Shape hat = new Shape(frame).Move(17.5, 31).Cubic(3, 22, 10, 3, 36, 0.8).Cubic(62, -1.5, 84, 6, 82, 21).Cubic(81, 27, 79, 29, 77.5, 30).Cubic(62, 19.5, 34, 20, 17.5, 31);
        sketch.Block(hat, sketch.Accent);
        Mask inside = sketch.Canvas.Cover(hat);
        sketch.Canvas.Fill(hat, Ink.Of(sketch.Accent.Scale(0.78f)), inside, sketch.Canvas.Cover(hat.Moved(-2, -3.4)));
        sketch.Canvas.Outline(hat, Sketch.LineOf(sketch.Accent), Sketch.LineWidth);
        sketch.Canvas.Draw(Stroke.Quad(frame, (47, 2), (47, -1.5), (49.5, -2.6), 1.8, 1.5, 1.2), Sketch.LineOf(sketch.Accent));
    }

    private static void Bow(Sketch sketch, Frame frame, double x, double y)
    {
        foreach (Frame side in new[] { frame, frame.Mirrored(x) })
        {
            Shape tail = new Shape(side).Move(x - 0.5, y + 1).Line(x - 5.5, y + 11).Line(x - 6.2, y + 7.8).Line(x - 9.4, y + 8);
            sketch.Block(tail, sketch.Accent.Scale(0.85f), width: 0.9);
            Shape loop = new Shape(side).Move(x, y).Cubic(x - 4, y - 6.5, x - 11, y - 8.5, x - 12, y - 5).Cubic(x - 13, y, x - 12, y + 5.5, x - 10, y + 5.5).Cubic(x - 6, y + 5, x - 3, y + 3, x, y + 0.6);
            sketch.Block(loop, sketch.Accent, width: 1);
            sketch.Canvas.Draw(Stroke.Quad(side, (x - 1, y), (x - 4.5, y - 1.5), (x - 7.5, y - 1), 1, 0.7, 0.2), Sketch.LineOf(sketch.Accent), 0.8f);
        }

        sketch.Block(Shape.Ellipse(frame, x, y, 2.5, 2.7), sketch.Accent.Mix(Colour.White, 0.15f), width: 0.9);
    }

    private static void Flower(Sketch sketch, Frame frame)
    {
        const double X = 23;
        const double Y = 30;
        for (int petal = 0; petal < 5; petal++)
        {
            Frame turned = frame.Placed(X, Y, petal / 5.0, 1, 0, 0);
            sketch.Block(Shape.Ellipse(turned, X, Y - 4, 2.9, 3.6), sketch.Accent.Mix(Colour.White, 0.25f), Sketch.LineOf(sketch.Accent), 0.8);
        }

        sketch.Block(Shape.Ellipse(frame, X, Y, 2.1, 2.1), Colour.Hex(0xFFE08A), width: 0.7);
    }

    private static Shape Cornered(Frame frame, double x, double y, double w, double h)
    {
        double r = Math.Min(w, h) * 0.55;
        return new Shape(frame).Move(x - w + r, y - h).Line(x + w - r, y - h).Quad(x + w, y - h, x + w, y - h + r)
            .Line(x + w, y + h - r).Quad(x + w, y + h, x + w - r, y + h).Line(x - w + r, y + h).Quad(x - w, y + h, x - w, y + h - r)
            .Line(x - w, y - h + r).Quad(x - w, y - h, x - w + r, y - h);
    }
}
