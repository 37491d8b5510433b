using LatentWalk.Core.Randomness;

namespace LatentWalk.Quality;

internal static class QualityDraws
{
    public static CounterRandom Of(this QualityDraw draw, ulong seed, int index) => new(seed, (ulong)draw + (ulong)index, Purpose.Quality);
}
