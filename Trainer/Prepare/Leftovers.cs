namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// What reading names and labels, or looking for twins, took beside its result: several times as much. The collector would keep that
/// room through a long run and grow the heap beside it; a few collections a run give it back.
/// </summary>
internal static class Leftovers
{
    /// <summary>Call it where few objects live, not for each picture.</summary>
    public static void Free() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
