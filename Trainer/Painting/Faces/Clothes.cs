namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Shoulders and collar.</summary>
internal static class Clothes
{
    internal static void Paint(Sketch sketch)
    {
        var (cloth, trim) = Palette.ClothesOf(sketch.Traits.Clothes);
        Frame frame = sketch.Body;
        switch (sketch.Traits.Clothing)
        {
            case Clothing.Sailor:
                Body(sketch, frame, cloth, 37, 93);
                foreach (Frame side in Sides(frame))
                {
                    sketch.Block(new Shape(side).Move(40, 88.5).Cubic(34, 92, 26, 94, 20, 98).Line(30, 106).Line(50, 106).Line(50, 101).Cubic(46, 98, 42.5, 94, 40, 88.5), trim);
                    sketch.Canvas.Draw(Stroke.Quad(side, (37, 93), (41, 99), (47, 104), 0.8, 0.8, 0.8), cloth);
                }

                sketch.Block(new Shape(frame).Move(46, 99).Line(54, 99).Line(52, 106).Line(48, 106), sketch.Accent);
                break;
            case Clothing.Shirt:
                Body(sketch, frame, trim, 36, 93);
                foreach (Frame side in Sides(frame))
                {
                    sketch.Block(new Shape(side).Move(41.5, 87).Line(38, 91).Line(43, 101).Line(50, 96), cloth.Mix(Colour.White, 0.5f));
                }

                sketch.Block(new Shape(frame).Move(47.6, 96).Line(52.4, 96).Line(53.4, 106).Line(46.6, 106), sketch.Accent);
                break;
            case Clothing.TurtleNeck:
                Body(sketch, frame, cloth, 38, 93);
                Shape roll = new Shape(frame).Move(40.5, 87).Quad(50, 91, 59.5, 87).Line(61, 95).Quad(50, 100, 39, 95);
                sketch.Block(roll, cloth.Scale(0.92f), Sketch.LineOf(cloth));
                break;
            case Clothing.Hood:
                Body(sketch, frame, cloth, 36, 92);
                foreach (Frame side in Sides(frame))
                {
                    sketch.Block(new Shape(side).Move(39.5, 87).Cubic(32, 86, 26, 89, 25, 93).Cubic(32, 98, 42, 101, 50, 103).Line(50, 98).Cubic(45, 95, 42, 92, 39.5, 87), cloth.Scale(0.9f), Sketch.LineOf(cloth));
                    sketch.Canvas.Draw(Stroke.Quad(side, (44, 98), (43.5, 101), (44.5, 106), 1, 1, 1), trim);
                }

                break;
            default:
                Body(sketch, frame, cloth, 34, 95.5);
                sketch.Canvas.Draw(Stroke.Quad(frame, (34, 95.5), (50, 107), (66, 95.5), 1.6, 1.6, 1.6), trim);
                break;
        }
    }

    // Shoulders with a neckline that hangs from (neckX, neckY) and its mirror image.
    private static void Body(Sketch sketch, Frame frame, Colour cloth, double neckX, double neckY)
    {
        Shape body = new Shape(frame).Move(neckX, neckY).Cubic(28, 95, 16, 97, 8, 106).Line(92, 106)
            .Cubic(84, 97, 72, 95, 100 - neckX, neckY).Quad(50, neckY + 11, neckX, neckY);
        sketch.Block(body, cloth);
    }

    private static Frame[] Sides(Frame frame) => [frame, frame.Mirrored()];
}
