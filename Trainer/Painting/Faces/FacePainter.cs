namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Paints a face from back to front. The same traits and size give the same bytes on every machine.</summary>
internal static class FacePainter
{

    /// <summary>uint8 RGBA, [side, side, 4], alpha 255.</summary>
    internal static byte[] Paint(FaceTraits traits, Canvas canvas)
    {
        var sketch = new Sketch(canvas, traits);
        PaintGround(sketch);
        BackHair.Paint(sketch);
        Head.PaintNeck(sketch);
        Clothes.Paint(sketch);
        Head.PaintEars(sketch);
        Accessories.PaintEarrings(sketch);
        Head.PaintFace(sketch);

        Shape fringe = FrontHair.Outline(sketch);
        canvas.Fill(fringe.Moved(0.9, 2.2), Ink.Of(sketch.Skin.Shade, 0.9f), canvas.Cover(Head.Outline(sketch)));
        Mouths.PaintBlush(sketch);
        Mouths.PaintNose(sketch);
        Mouths.PaintMouth(sketch);
        Eyes.Paint(sketch);
        Eyes.PaintBrows(sketch, 1);
        Accessories.PaintGlasses(sketch);
        Accessories.PaintBehind(sketch);
        FrontHair.Paint(sketch, fringe);

        // Brows are seen through the fringe, as the style has it.
        Eyes.PaintBrows(sketch, 0.35f);
        Accessories.PaintFront(sketch);
        return canvas.ToRgba();
    }

    private static void PaintGround(Sketch sketch)
    {
        Colour ground = Palette.GroundOf(sketch.Traits.Ground);
        Canvas canvas = sketch.Canvas;
        canvas.Clear(sketch.Traits.GroundKind == 1 ? new Ink(ground.Mix(Colour.White, 0.6f), ground, 0, 100) : Ink.Of(ground));
        if (sketch.Traits.GroundKind == 2)
        {
            canvas.Fill(Shape.Ellipse(canvas.Frame, 50, 50, 43, 43), ground.Mix(Colour.White, 0.45f));
        }
    }
}
