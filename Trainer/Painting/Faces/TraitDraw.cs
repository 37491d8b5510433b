using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Draws the traits of face number i of a seed: a function of the two, so any face can be painted alone.</summary>
internal static class TraitDraw
{
    private static readonly int[] HairWeights = [6, 6, 6, 4, 4, 5, 4, 5, 4, 3, 4, 3];
    private static readonly int[] ExpressionWeights = [6, 7, 5, 3, 3, 3, 3, 3, 3];
    private static readonly int[] SkinWeights = [5, 7, 5, 3, 2, 2];
    private static readonly int[] AccessoryWeights = [12, 4, 4, 3, 2, 3, 3];

    internal static FaceTraits Draw(ulong seed, long index) => Fitted(Any(seed, index));

    // What would collide on the crown gives way.
    private static FaceTraits Fitted(FaceTraits traits) => (traits.Accessory, traits.BackHair) switch
    {
        (Accessory.CatEars or Accessory.Beret, BackHairStyle.Spiky or BackHairStyle.Buns) => traits with { Accessory = Accessory.Clip },
        (Accessory.Ribbon or Accessory.HairBand, BackHairStyle.Buns) => traits with { Accessory = Accessory.Flower },
        (Accessory.Beret, _) => traits with { Ahoge = false },
        _ => traits,
    };

    private static FaceTraits Any(ulong seed, long index)
    {
        var random = new CounterRandom(seed, (ulong)index, Purpose.Paint);

        // Initialisers run in the order of the text, and so do the draws.
        int eyes = random.NextInt32(Palette.EyeCount);
        return new FaceTraits
        {
            HairColour = (HairColour)random.Weighted(HairWeights),
            Expression = (Expression)random.Weighted(ExpressionWeights),
            FrontHair = (FrontHairStyle)random.NextInt32(8),
            BackHair = (BackHairStyle)random.NextInt32(8),
            HairMirrored = random.Chance(0.5),
            SideLockY = random.Between(62, 98),
            Ahoge = random.Chance(0.25),
            Jitter = Several(ref random, 8),
            HairShift = ((float)random.Between(-0.03, 0.03), (float)random.Between(-0.03, 0.03), (float)random.Between(-0.03, 0.03)),
            Skin = random.Weighted(SkinWeights),
            LeftEye = eyes,
            RightEye = random.Chance(1 / 30.0) ? random.NextInt32(Palette.EyeCount) : eyes,
            EyeWidth = random.Between(15.5, 18),
            EyeHeight = random.Between(15.5, 20),
            EyeDistance = random.Between(13, 14.4),
            EyeSlant = random.Between(-1.6, 2.2),
            Gaze = (random.Between(-1, 1), random.Between(-0.6, 0.6)),
            HeadHalfWidth = random.Between(25.5, 27.5),
            ChinY = random.Between(83, 86.5),
            Jaw = random.NextDouble(),
            BrowLift = random.Between(-0.6, 1.2),
            BrowWidth = random.Between(1, 1.9),
            Blush = random.Chance(0.7) ? (float)random.Between(0.35, 1) : 0,
            Nose = random.NextInt32(3),
            Accessory = (Accessory)random.Weighted(AccessoryWeights),
            AccessoryOnRight = random.Chance(0.5),
            Accent = random.NextInt32(Palette.AccentCount),
            Glasses = random.Chance(0.12) ? 1 + random.NextInt32(3) : 0,
            Earrings = random.Chance(0.15),
            Clothing = (Clothing)random.NextInt32(5),
            Clothes = random.NextInt32(Palette.ClothesCount),
            Ground = random.NextInt32(Palette.GroundCount),
            GroundKind = random.Chance(0.6) ? 0 : 1 + random.NextInt32(2),
            Tilt = random.Between(-0.018, 0.018),
            Size = random.Between(0.97, 1.06),
            Offset = (random.Between(-2, 2), random.Between(-1.2, 1.6)),
        };
    }

    private static double[] Several(ref CounterRandom random, int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.Between(-1, 1);
        }

        return values;
    }
}
