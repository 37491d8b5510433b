namespace LatentWalk.Quality;

/// <summary>The random numbers of a measurement, each a function of (seed, what for, index).</summary>
internal enum QualityDraw : ulong
{
    Order = 0,
    PatchPlaces = 1UL << 40,
    PatchDirections = 2UL << 40,
    PixelPlaces = 3UL << 40,
    ColourDirections = 4UL << 40,
}
