using System.Globalization;
using LatentWalk.Core.Latents;
using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render.Paths;

/// <summary>Each seed once, in each class that was asked for.</summary>
internal sealed class SeedPath(IReadOnlyList<ulong> seeds, SamplingStyle style, int zdim, IReadOnlyList<float[]> classes, float truncation) : IFramePath
{
    private readonly ulong[] seeds = [.. seeds.Distinct()];
    private readonly LatentSampler sampler = new(style, zdim);

    public int FrameCount => checked(seeds.Length * classes.Count);

    /// <summary>They do not move.</summary>
    public double FramesPerSecond => 1;

    public int ZDim => zdim;

    public int Classes => classes[0].Length;

    // A seed says all where it means what it means to every program.
    public FrameLatent At(int frame)
    {
        ulong seed = seeds[frame / classes.Count];
        return style == SamplingStyle.Normal
            ? new FrameLatent(sampler.Draw(seed), classes[frame % classes.Count], truncation, seed) { SeedSaysAll = true }
            : new FrameLatent(sampler.Draw(seed), classes[frame % classes.Count], truncation, null);
    }

    public string NameOf(int frame)
    {
        string kind = style == SamplingStyle.Normal ? "seed" : LatentSampler.NameOf(style);
        string ending = classes.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"-c{frame % classes.Count}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{seeds[frame / classes.Count]:d6}{ending}");
    }
}
