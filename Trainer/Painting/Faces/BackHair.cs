namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>The hair behind the head, darker than the hair in front, since it lies in its shade.</summary>
internal static class BackHair
{
    internal static void Paint(Sketch sketch)
    {
        HairTone hair = sketch.Hair;
        Colour fill = hair.Shade.Mix(hair.Base, 0.25f);
        Frame frame = sketch.Traits.HairMirrored ? sketch.Head.Mirrored() : sketch.Head;
        foreach (Shape shape in Behind(sketch.Traits, frame))
        {
            sketch.Block(shape, fill, hair.Line);
            Mask inside = sketch.Canvas.Cover(shape);
            Mask lit = sketch.Canvas.Cover(shape.Moved(-2.4, -1.5));
            sketch.Canvas.Fill(shape, hair.Shade.Mix(hair.Line, 0.18f), inside, lit);
            sketch.Canvas.Outline(shape, hair.Line, Sketch.LineWidth);
        }

        foreach (Shape tail in Tails(sketch.Traits, frame))
        {
            Mask inside = sketch.Canvas.Cover(tail);
            sketch.Canvas.Fill(tail, hair.Base);
            sketch.Canvas.Fill(tail, hair.Shade, inside, sketch.Canvas.Cover(tail.Moved(-3, -1.6)));
            sketch.Canvas.Outline(tail, hair.Line, Sketch.LineWidth);
        }

        PaintStrands(sketch, frame);
    }

    private static IEnumerable<Shape> Behind(FaceTraits traits, Frame frame)
    {
        switch (traits.BackHair)
        {
            case BackHairStyle.Bob:
                yield return new Shape(frame).Move(50, 12)
                    .Cubic(24, 12, 15, 30, 14.5, 52).Cubic(14, 66, 13.5, 76, 18, 84.5).Cubic(24, 87.5, 31, 87, 36, 83.5)
                    .Line(64, 83.5).Cubic(69, 87, 76, 87.5, 82, 84.5).Cubic(86.5, 76, 86, 66, 85.5, 52).Cubic(85, 30, 76, 12, 50, 12);
                break;
            case BackHairStyle.Long:
                yield return new Shape(frame).Move(50, 12)
                    .Cubic(24, 12, 15, 30, 14.5, 52).Cubic(14, 72, 11, 88, 10, 106).Line(90, 106)
                    .Cubic(89, 88, 86, 72, 85.5, 52).Cubic(85, 30, 76, 12, 50, 12);
                break;
            case BackHairStyle.Wavy:
                yield return new Shape(frame).Move(50, 12)
                    .Cubic(24, 12, 15, 30, 14, 48).Cubic(9, 56, 16, 62, 11.5, 70).Cubic(5, 78, 13, 84, 8, 92).Cubic(5, 98, 8, 102, 8, 106).Line(92, 106)
                    .Cubic(92, 102, 95, 98, 92, 92).Cubic(87, 84, 95, 78, 88.5, 70).Cubic(84, 62, 91, 56, 86, 48).Cubic(85, 30, 76, 12, 50, 12);
                break;
            case BackHairStyle.Spiky:
                yield return new Shape(frame).Move(50, 12)
                    .Cubic(24, 12, 14, 30, 16, 44).Quad(11, 49, 5.5, 51).Quad(11, 54, 16, 54).Quad(12, 62, 6.5, 65).Quad(13, 67, 19, 65)
                    .Quad(18, 73, 14, 79).Quad(22, 78, 28, 73)
                    .Line(72, 73).Quad(78, 78, 86, 79).Quad(82, 73, 81, 65).Quad(87, 67, 93.5, 65).Quad(88, 62, 84, 54).Quad(89, 54, 94.5, 51).Quad(89, 49, 84, 44)
                    .Cubic(86, 30, 76, 12, 50, 12);
                break;
            default:
                yield return new Shape(frame).Move(50, 12)
                    .Cubic(24, 12, 16, 30, 16.5, 50).Cubic(16.5, 62, 19, 70, 25, 77).Line(33, 73).Line(67, 73).Line(75, 77)
                    .Cubic(81, 70, 83.5, 62, 83.5, 50).Cubic(84, 30, 76, 12, 50, 12);
                break;
        }
    }

    private static IEnumerable<Shape> Tails(FaceTraits traits, Frame frame)
    {
        switch (traits.BackHair)
        {
            case BackHairStyle.TwinTails:
                foreach (Frame side in new[] { frame, frame.Mirrored() })
                {
                    yield return new Shape(side).Move(21, 27)
                        .Cubic(8, 22, -1, 38, 2, 58).Cubic(3.5, 74, 5, 86, 1.5, 99).Cubic(10, 96, 15.5, 88, 17, 77)
                        .Cubic(19.5, 62, 15, 46, 22, 36);
                }

                break;
            case BackHairStyle.PonyTail:
                yield return new Shape(frame).Move(66, 15)
                    .Cubic(78, 1, 98, 12, 97, 36).Cubic(96.5, 54, 88, 66, 94.5, 86).Cubic(83, 82, 77, 68, 80, 52).Cubic(82, 40, 80, 30, 70, 24);
                break;
            case BackHairStyle.Buns:
                foreach (Frame side in new[] { frame, frame.Mirrored() })
                {
                    yield return Shape.Ellipse(side, 23, 15.5, 10.5, 10);
                }

                break;
        }
    }

    private static void PaintStrands(Sketch sketch, Frame frame)
    {
        Colour colour = sketch.Hair.Line;
        Canvas canvas = sketch.Canvas;
        foreach (Frame side in new[] { frame, frame.Mirrored() })
        {
            switch (sketch.Traits.BackHair)
            {
                case BackHairStyle.TwinTails:
                    canvas.Draw(Stroke.Cubic(side, (14, 33), (6, 48), (12, 66), (7, 88), 0.2, 0.9, 0.2), colour, 0.55f);
                    Shape tie = Shape.Ellipse(side, 20.5, 31.5, 3.4, 5);
                    sketch.Block(tie, sketch.Accent);
                    break;
                case BackHairStyle.Buns:
                    canvas.Draw(Stroke.Cubic(side, (17, 19), (17, 10), (27, 9), (28, 15), 0.2, 1, 0.2), colour, 0.6f);
                    break;
                case BackHairStyle.Long or BackHairStyle.Wavy:
                    canvas.Draw(Stroke.Cubic(side, (17, 66), (15, 78), (17, 90), (14.5, 102), 0.2, 0.9, 0.3), colour, 0.5f);
                    break;
                case BackHairStyle.Bob:
                    canvas.Draw(Stroke.Quad(side, (17.5, 70), (17.5, 78), (21, 83), 0.2, 0.8, 0.3), colour, 0.5f);
                    break;
            }
        }

        if (sketch.Traits.BackHair == BackHairStyle.PonyTail)
        {
            canvas.Draw(Stroke.Cubic(frame, (84, 17), (94, 36), (84, 54), (88, 76), 0.2, 1, 0.2), colour, 0.55f);
        }
    }
}
