using LatentWalk.Core.Latents;
using LatentWalk.Filming;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Render;

/// <summary>Latents to scaled pictures with one generator, in batches.</summary>
internal sealed class PictureSource(GeneratorSession session, float truncation, int scale)
{
    public int Width => session.Info.Width * scale;

    public int Height => session.Info.Height * scale;

    public int BatchSize => session.BatchSize;

    public GeneratorInfo Info => session.Info;

    /// <summary>Each uint8 [H, W, 4] of <see cref="Width"/> x <see cref="Height"/>, in the order of the latents.</summary>
    public byte[][] Generate(IReadOnlyList<float[]> latents)
    {
        int zdim = Info.ZDim;
        var z = new float[latents.Count * zdim];
        for (int i = 0; i < latents.Count; i++)
        {
            Latent.Truncate(latents[i], truncation, z.AsSpan(i * zdim, zdim));
        }

        int bytes = Info.Width * Info.Height * 4;
        var rgba = new byte[latents.Count * bytes];
        session.Run(z, latents.Count, rgba);
        return [.. Enumerable.Range(0, latents.Count).Select(i => PixelScale.Nearest(rgba.AsSpan(i * bytes, bytes), Info.Width, Info.Height, scale))];
    }

    /// <summary>What a PNG remembers of a seed's picture.</summary>
    public PictureLatent Remember(ulong seed) => new()
    {
        Model = Info.Sha256,
        Seed = seed,
        C = Info.Classes > 0 ? [1, .. new float[Info.Classes - 1]] : null,
        Truncation = truncation,
        Step = Info.Step,
        Checkpoint = Info.Checkpoint,
        Weights = Info.Checkpoint is null ? null : Info.Metadata?.Weights,
    };
}
