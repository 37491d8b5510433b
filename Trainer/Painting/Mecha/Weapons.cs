namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the far hand holds. Drawn before the hand, which then closes around it.</summary>
internal static class Weapons
{
    internal static void Paint(Sketch sketch, Limb arm)
    {
        if (sketch.Traits.Weapon == WeaponKind.None)
        {
            return;
        }

        // Level with the picture, not with the arm: what it holds up is up.
        var (x, y) = arm.End.Map(-0.4, sketch.Lengths.ArmWidth * 0.4);
        var (atX, atY) = sketch.Body.Map(0, 0);
        Frame hand = sketch.Body with { X0 = sketch.Body.X0 + x - atX, Y0 = sketch.Body.Y0 + y - atY };
        double toGround = (sketch.Body.Map(50, Proportions.GroundY).Y - y) / sketch.Body.Scale;
        float dimming = sketch.Dimming;
        sketch.Dimming = 0.95f;
        double turn = sketch.Traits.WeaponTurn;
        switch (sketch.Traits.Weapon)
        {
            case WeaponKind.Rifle:
                PaintRifle(sketch, hand.Placed(0, 0, -0.085 + turn, 1, 0, 0));
                break;
            case WeaponKind.Sabre:
                PaintSabre(sketch, hand.Placed(0, 0, -0.07 + turn, 1, 0, 0));
                break;
            case WeaponKind.Axe:
                PaintAxe(sketch, hand.Placed(0, 0, -0.06 + turn, 1, 0, 0));
                break;
            case WeaponKind.Bazooka:
                PaintBazooka(sketch, hand.Placed(0, 0, 0.16 + turn, 1, 0, 0));
                break;
            case WeaponKind.Lance:
                PaintLance(sketch, hand.Placed(0, 0, -0.02 + (turn * 0.6), 1, 0, 0), toGround);
                break;
            case WeaponKind.Sword:
                PaintSword(sketch, hand.Placed(0, 0, -0.08 + turn, 1, 0, 0));
                break;
        }

        sketch.Dimming = dimming;
    }

    private static void PaintRifle(Sketch sketch, Frame at)
    {
        sketch.Bar(at, (-12, -1.6), (-24, -1.6), 1.5, Palette.Gun);
        sketch.Detail(Shape.Polygon(at, (-25.6, -2.9), (-22.6, -2.9), (-22.6, -0.3), (-25.6, -0.3)), Palette.Steel);
        sketch.Plate(Shape.Polygon(at, (-6.4, -0.6), (-3.6, -0.6), (-4.6, 5), (-7.6, 5)), Palette.Gun, 0.6, 0.65);
        sketch.Plate(Shape.Polygon(at, (-15, -3.6), (4, -3.6), (8.4, -2.6), (8.4, 1.2), (3, 0.8), (-15, 0.6)), Palette.Gun.Mix(sketch.Colours.Second, 0.25f), 1.2);
        sketch.Plate(Shape.Polygon(at, (-9.4, -6), (-3.6, -6), (-3.6, -3.6), (-9.4, -3.6)), sketch.Colours.Joint, 0.6, 0.65);
        sketch.Lamp(Shape.Ellipse(at, -9.2, -4.8, 0.9, 0.9));
    }

    private static void PaintSabre(Sketch sketch, Frame at)
    {
        Canvas canvas = sketch.Canvas;
        Colour glow = sketch.Colours.Glow;
        canvas.Draw(Stroke.Line(at, (0, -5), (0, -40), 4.6), glow, 0.3f);
        canvas.Draw(Stroke.Line(at, (0, -5), (0, -40), 2.9), glow);
        canvas.Draw(Stroke.Line(at, (0, -5), (0, -39.8), 1.3), Colour.White);
        sketch.Bar(at, (0, 3.6), (0, -4.6), 1.7, Colour.Hex(0xE6E9F0));
    }

    private static void PaintAxe(Sketch sketch, Frame at)
    {
        sketch.Bar(at, (0, 8), (0, -17), 1.6, Palette.Gun);
        Shape blade = new Shape(at).Move(-0.8, -19).Cubic(-6, -20.6, -10.6, -19, -12.6, -22).Cubic(-14.4, -15, -13, -8.6, -10, -5).Cubic(-9, -9.4, -5, -10.6, -0.8, -10.6);
        sketch.Plate(blade, sketch.Colours.Trim, 1.2);
        sketch.Canvas.Draw(Stroke.Cubic(at, (-12.6, -22), (-14.4, -15), (-13, -8.6), (-10, -5), 0.5, 1.5, 0.4), sketch.Colours.Glow);
        sketch.Plate(Shape.Polygon(at, (0.8, -17.6), (5.4, -15), (0.8, -12)), Palette.Steel, 0.6, 0.65);
        sketch.Detail(Shape.Polygon(at, (-1.6, -20), (1.6, -20), (1.6, -9.6), (-1.6, -9.6)), sketch.Colours.Joint);
    }

    private static void PaintBazooka(Sketch sketch, Frame at)
    {
        Colour tube = sketch.Livery.Waist.Mix(Palette.Gun, 0.5f);
        sketch.Plate(Shape.Polygon(at, (-15, -4.6), (9, -4.6), (9, 1), (-15, 1)), tube, 1.6);
        sketch.Plate(Shape.Polygon(at, (-21.6, -6), (-14.4, -5), (-14.4, 1.4), (-21.6, 2.4)), Palette.Gun, 1.4);
        sketch.Detail(Shape.Ellipse(at, -21.4, -1.8, 1.3, 3.4), Palette.Night);
        sketch.Plate(Shape.Polygon(at, (9, -4.8), (13.6, -6.2), (13.6, 2.4), (9, 1.2)), Palette.Gun, 1.2);
        sketch.Detail(Shape.Polygon(at, (-6, -4.6), (-3, -4.6), (-3, 1), (-6, 1)), sketch.Colours.Trim);
    }

    private static void PaintLance(Sketch sketch, Frame at, double toGround)
    {
        sketch.Bar(at, (0, toGround), (0, -26), 1.5, Palette.Steel);
        sketch.Plate(Shape.Polygon(at, (-2.8, -26), (0, -43), (2.8, -26), (0, -22)), Palette.Steel.Mix(Colour.White, 0.4f), 1);
        sketch.Seam(at, (0, -41), (0, -23), Palette.Steel);
        sketch.Plate(Shape.Polygon(at, (-4.8, -24), (-2, -22.4), (2, -22.4), (4.8, -24), (3, -20), (-3, -20)), sketch.Colours.Trim, 0.6, 0.65);
        sketch.Detail(Shape.Polygon(at, (-1.4, -16), (1.4, -16), (1.4, -12), (-1.4, -12)), sketch.Colours.Third);
    }

    private static void PaintSword(Sketch sketch, Frame at)
    {
        sketch.Bar(at, (0, 4.6), (0, -4), 1.6, Palette.Gun);
        Shape blade = Shape.Polygon(at, (-2.5, -5), (-3.2, -33), (-0.8, -41), (2.2, -34), (2.2, -5));
        sketch.Plate(blade, Palette.Steel.Mix(Colour.White, 0.45f), 1.2);
        sketch.Canvas.Fill(Shape.Polygon(at, (-2.4, -6), (-3, -33), (-0.9, -39.6), (-1.4, -6)), Ink.Of(sketch.Colours.Glow, 0.75f));
        sketch.Plate(Shape.Polygon(at, (-5.4, -6.6), (5, -6.6), (3.4, -3.8), (-3.6, -3.8)), sketch.Colours.Trim, 0.7, 0.65);
    }
}
