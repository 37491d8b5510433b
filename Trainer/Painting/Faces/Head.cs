namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Ears, neck and the face itself, without its features.</summary>
internal static class Head
{
    internal static Shape Outline(Sketch sketch)
    {
        FaceTraits traits = sketch.Traits;
        double half = traits.HeadHalfWidth;
        double chin = traits.ChinY;
        double cheek = half * (0.93 + (0.05 * traits.Jaw));
        double jaw = half * (0.46 + (0.14 * traits.Jaw));
        double point = 3.4 + (2.6 * traits.Jaw);
        double jawY = chin - 7;
        return new Shape(sketch.Head)
            .Move(50 - half, 46)
            .Cubic(50 - half, 57, 50 - cheek, jawY - 11, 50 - jaw, jawY)
            .Cubic(50 - (jaw * 0.66), chin - 2.4, 50 - point, chin, 50, chin)
            .Cubic(50 + point, chin, 50 + (jaw * 0.66), chin - 2.4, 50 + jaw, jawY)
            .Cubic(50 + cheek, jawY - 11, 50 + half, 57, 50 + half, 46)
            .Cubic(50 + half, 29, 50 + 16, 17, 50, 17)
            .Cubic(50 - 16, 17, 50 - half, 29, 50 - half, 46);
    }

    internal static void PaintNeck(Sketch sketch)
    {
        var neck = new Shape(sketch.Body)
            .Move(43, 72).Cubic(43, 82, 43, 86, 41.5, 89).Cubic(38, 94, 30, 96, 24, 100).Line(24, 104)
            .Line(76, 104).Line(76, 100).Cubic(70, 96, 62, 94, 58.5, 89).Cubic(57, 86, 57, 82, 57, 72);
        sketch.Block(neck, sketch.Skin.Base, sketch.Skin.Line);
        Mask inside = sketch.Canvas.Cover(neck);
        Shape shadow = Outline(sketch).Moved(0.6, 5.2);
        sketch.Canvas.Fill(shadow, sketch.Skin.Shade, inside);
    }

    internal static void PaintEars(Sketch sketch)
    {
        foreach (Frame frame in new[] { sketch.Head, sketch.Head.Mirrored() })
        {
            double x = 50 - sketch.Traits.HeadHalfWidth;
            var ear = new Shape(frame).Move(x + 2, 54)
                .Cubic(x - 2, 50.5, x - 5.4, 53, x - 4.2, 59).Cubic(x - 3.4, 64, x - 1, 67.5, x + 3, 66);
            sketch.Block(ear, sketch.Skin.Base, sketch.Skin.Line);
            sketch.Canvas.Draw(
                Stroke.Quad(frame, (x - 2.6, 55.5), (x - 1.8, 59), (x - 0.4, 62), 0.3, 0.9, 0.3), sketch.Skin.Shade.Scale(0.85f));
        }
    }

    internal static void PaintFace(Sketch sketch)
    {
        Shape face = Outline(sketch);
        sketch.Block(face, sketch.Skin.Base, sketch.Skin.Line);
        Mask inside = sketch.Canvas.Cover(face);

        // Light comes from the upper left: the other cheek turns away from it.
        Mask lit = sketch.Canvas.Cover(face.Moved(-1.8, -1));
        sketch.Canvas.Fill(face, Ink.Of(sketch.Skin.Shade, 0.75f), inside, lit);
        sketch.Canvas.Outline(face, sketch.Skin.Line, Sketch.LineWidth);
    }
}
