using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Painting;

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
            HairColour = (HairColour)Weighted(ref random, HairWeights),
            Expression = (Expression)Weighted(ref random, ExpressionWeights),
            FrontHair = (FrontHairStyle)random.NextInt32(8),
            BackHair = (BackHairStyle)random.NextInt32(8),
            HairMirrored = Chance(ref random, 0.5),
            SideLockY = Between(ref random, 62, 98),
            Ahoge = Chance(ref random, 0.25),
            Jitter = Several(ref random, 8),
            HairShift = ((float)Between(ref random, -0.03, 0.03), (float)Between(ref random, -0.03, 0.03), (float)Between(ref random, -0.03, 0.03)),
            Skin = Weighted(ref random, SkinWeights),
            LeftEye = eyes,
            RightEye = Chance(ref random, 1 / 30.0) ? random.NextInt32(Palette.EyeCount) : eyes,
            EyeWidth = Between(ref random, 15.5, 18),
            EyeHeight = Between(ref random, 15.5, 20),
            EyeDistance = Between(ref random, 13, 14.4),
            EyeSlant = Between(ref random, -1.6, 2.2),
            Gaze = (Between(ref random, -1, 1), Between(ref random, -0.6, 0.6)),
            HeadHalfWidth = Between(ref random, 25.5, 27.5),
            ChinY = Between(ref random, 83, 86.5),
            Jaw = random.NextDouble(),
            BrowLift = Between(ref random, -0.6, 1.2),
            BrowWidth = Between(ref random, 1, 1.9),
            Blush = Chance(ref random, 0.7) ? (float)Between(ref random, 0.35, 1) : 0,
            Nose = random.NextInt32(3),
            Accessory = (Accessory)Weighted(ref random, AccessoryWeights),
            AccessoryOnRight = Chance(ref random, 0.5),
            Accent = random.NextInt32(Palette.AccentCount),
            Glasses = Chance(ref random, 0.12) ? 1 + random.NextInt32(3) : 0,
            Earrings = Chance(ref random, 0.15),
            Clothing = (Clothing)random.NextInt32(5),
            Clothes = random.NextInt32(Palette.ClothesCount),
            Ground = random.NextInt32(Palette.GroundCount),
            GroundKind = Chance(ref random, 0.6) ? 0 : 1 + random.NextInt32(2),
            Tilt = Between(ref random, -0.018, 0.018),
            Size = Between(ref random, 0.97, 1.06),
            Offset = (Between(ref random, -2, 2), Between(ref random, -1.2, 1.6)),
        };
    }

    private static double[] Several(ref CounterRandom random, int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Between(ref random, -1, 1);
        }

        return values;
    }

    private static double Between(ref CounterRandom random, double low, double high) => low + ((high - low) * random.NextDouble());

    private static bool Chance(ref CounterRandom random, double part) => random.NextDouble() < part;

    private static int Weighted(ref CounterRandom random, int[] weights)
    {
        int left = random.NextInt32(weights.Sum());
        int index = 0;
        while (left >= weights[index])
        {
            left -= weights[index++];
        }

        return index;
    }
}
