using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Draws the traits of robot number i of a seed: a function of the two, so any robot can be painted alone.</summary>
internal static class TraitDraw
{
    private static readonly int[] BuildWeights = [5, 7, 5, 3];
    private static readonly int[] BackpackWeights = [4, 5, 4, 4, 3];
    private static readonly int[] WingWeights = [10, 4, 4, 3, 3];
    private static readonly int[] WeaponWeights = [3, 6, 5, 4, 3, 3, 4];
    private static readonly int[] ShieldWeights = [6, 5, 4, 3, 3];

    // VFin, MonoEye, Visor, Horned, Camera, Knight: every faction has every head, some far more often.
    private static readonly int[][] HeadWeights =
    [
        [12, 1, 4, 1, 1, 2],
        [1, 12, 2, 1, 4, 1],
        [1, 8, 1, 6, 2, 2],
        [3, 2, 11, 1, 3, 1],
        [1, 5, 3, 1, 10, 1],
        [5, 2, 1, 7, 1, 4],
        [2, 3, 2, 5, 1, 7],
        [6, 1, 2, 3, 1, 8],
    ];

    internal static MechaTraits Draw(ulong seed, long index)
    {
        var random = new CounterRandom(seed, (ulong)index, Purpose.PaintMecha);

        // Initialisers run in the order of the text, and so do the draws.
        var faction = (Faction)random.NextInt32(HeadWeights.Length);
        return new MechaTraits
        {
            Faction = faction,
            Facing = (Facing)random.NextInt32(2),
            Build = (Build)random.Weighted(BuildWeights),
            Head = (HeadKind)random.Weighted(HeadWeights[(int)faction]),
            Chest = (ChestKind)random.NextInt32(4),
            Shoulders = (ShoulderKind)random.NextInt32(5),
            Legs = (LegKind)random.NextInt32(4),
            Backpack = (BackpackKind)random.Weighted(BackpackWeights),
            Wings = (WingKind)random.Weighted(WingWeights),
            Weapon = (WeaponKind)random.Weighted(WeaponWeights),
            Shield = (ShieldKind)random.Weighted(ShieldWeights),
            Scheme = random.NextInt32(Palette.SchemeCount),
            Pattern = random.NextInt32(Livery.Count),
            Crest = random.Chance(0.5),
            Marking = random.NextInt32(4),
            Gaze = random.Between(-1, 1),
            Tint = ((float)random.Between(-0.04, 0.04), (float)random.Between(-0.04, 0.04), (float)random.Between(-0.04, 0.04)),
            Girth = random.Between(0.94, 1.07),
            HeadSize = random.Between(0.95, 1.06),
            ShoulderSize = random.Between(0.92, 1.1),
            Stance = random.NextDouble(),
            Knees = random.NextDouble(),
            Arms = (random.NextDouble(), random.NextDouble()),
            Elbows = (random.NextDouble(), random.NextDouble()),
            WeaponTurn = random.Between(-0.03, 0.03),
            Spread = random.Between(-0.03, 0.03),
            Lean = random.Between(-0.006, 0.006),
            Ground = random.NextInt32(Palette.GroundCount),
            Size = random.Between(0.96, 1.02),
            OffsetX = random.Between(-1.5, 1.5),
        };
    }
}
