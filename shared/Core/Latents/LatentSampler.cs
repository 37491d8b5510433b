using LatentWalk.Core.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Latents;

/// <summary>Seeds to latents in one style. A latent depends on its seed alone, not on what was drawn before. One thread at a time.</summary>
public sealed class LatentSampler(SamplingStyle style, int zdim)
{
    private const float Bound = 2;
    private const int LargestBlock = 256;

    private readonly List<double[]> _axes = [];
    private ulong _block;

    /// <summary>The word for a style on the command line and in names of files.</summary>
    public static string NameOf(SamplingStyle style) => style.ToString().ToLowerInvariant();

    /// <summary>[zdim], the caller's.</summary>
    public float[] Draw(ulong seed)
    {
        switch (style)
        {
            case SamplingStyle.Sphere:
                float[] z = Latent.FromSeed(seed, zdim);
                Core.Latents.Sphere.Normalise(z, MathF.Sqrt(zdim));
                return z;
            case SamplingStyle.Truncated:
                return WithoutTails(seed);
            case SamplingStyle.Antithetic:
                float[] opposite = Latent.FromSeed(seed & ~1ul, zdim);
                Latent.Truncate(opposite, (seed & 1) == 0 ? 1 : -1, opposite);
                return opposite;
            case SamplingStyle.Orthogonal:
                return AtRightAngles(seed);
            default:
                return Latent.FromSeed(seed, zdim);
        }
    }

    // What lies within stays as it is, so that a seed's picture is close to the one that it means elsewhere.
    private float[] WithoutTails(ulong seed)
    {
        float[] z = Latent.FromSeed(seed, zdim);
        var spare = new CounterRandom(seed, 1, Purpose.Latent);
        for (int i = 0; i < z.Length; i++)
        {
            while (MathF.Abs(z[i]) > Bound)
            {
                z[i] = spare.NextNormal();
            }
        }

        return z;
    }

    // Over the block's own normal latents.
    private float[] AtRightAngles(ulong seed)
    {
        int size = Math.Min(zdim, LargestBlock);
        ulong block = seed / (ulong)size;
        int place = (int)(seed % (ulong)size);
        if (block != _block)
        {
            _axes.Clear();
            _block = block;
        }

        while (_axes.Count <= place)
        {
            double[] axis = [.. Latent.FromSeed((block * (ulong)size) + (ulong)_axes.Count, zdim).Select(value => (double)value)];
            double length = GramSchmidt.Orthogonalise(axis, _axes);
            _axes.Add([.. axis.Select(value => value / length)]);
        }

        float radius = Core.Latents.Sphere.Length(Latent.FromSeed(seed, zdim));
        return [.. _axes[place].Select(value => (float)(radius * value))];
    }
}
