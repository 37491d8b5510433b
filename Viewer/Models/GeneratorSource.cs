using LatentWalk.Inference;
using LatentWalk.Walking;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Models;

/// <summary>A generator file as a source of pictures. Owns the session.</summary>
internal sealed class GeneratorSource(GeneratorSession session) : IPictureSource
{
    public GeneratorInfo Info { get; } = session.Info;

    public string Provider { get; } = session.Provider;

    public int ZDim => Info.ZDim;

    public int Width => Info.Width;

    public int Height => Info.Height;

    public int MaxBatch => session.BatchSize;

    public static GeneratorSource Open(string path, ProviderChoice provider) =>
        new(GeneratorSession.Open(path, new InferenceSettings { Provider = provider }));

    /// <summary>What the walk needs to know; it begins at the first face of the run's sample sheets.</summary>
    /// <param name="seed">Where to begin instead.</param>
    public WalkModel ToModel(ulong? seed) =>
        new(ZDim, Info.Directions, Info.Truncation, seed ?? (Info.SheetSeeds.Count > 0 ? Info.SheetSeeds[0] : 0));

    public void Run(ReadOnlySpan<float> z, int count, Span<byte> rgba) => session.Run(z, count, rgba);

    public void Dispose() => session.Dispose();
}
