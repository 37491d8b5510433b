namespace LatentWalk.Quality;

/// <summary>How much of the pictures is looked at. Two results compare only when made with the same settings.</summary>
public sealed record QualitySettings
{
    /// <summary>Which pictures, patches, pixels and directions are drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Patches of each level of the Laplacian pyramid, from all pictures together.</summary>
    public int Patches { get; init; } = 32_768;

    /// <summary>Random directions that patches are projected on: ProGAN takes 4 times 128.</summary>
    public int Directions { get; init; } = 512;

    /// <summary>Pixels whose colours are compared, from all pictures together.</summary>
    public int Pixels { get; init; } = 65_536;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>For a measurement every few minutes of training: a fifth of a second where the default takes seconds.</summary>
    public static QualitySettings Quick { get; } = new() { Patches = 8192, Directions = 128, Pixels = 16_384 };

    internal ParallelOptions Parallel => new() { MaxDegreeOfParallelism = Math.Max(1, Threads) };
}
