using LatentWalk.Core.Latents;
using LatentWalk.Core.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Walks;

/// <summary>A whole great circle at even speed from a latent back to it; which circle, a seed says. Immutable.</summary>
public sealed class CircleLoop
{
    private readonly float[] _start;
    private readonly float[] _quarter;

    /// <param name="start">[zdim]: where the circle begins, exactly.</param>
    /// <param name="seed">Chooses among the circles through it.</param>
    public CircleLoop(float[] start, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
        _quarter = (float[])start.Clone();
        var direction = new float[start.Length];
        new CounterRandom(seed, 1, Purpose.Walk).FillNormal(direction);
        Sphere.Step(_quarter, direction, (float)(Math.PI / 2));
    }

    /// <summary>The latent after <paramref name="turns"/> of the whole way; the same at 1 as at 0.</summary>
    /// <param name="z">[zdim], filled.</param>
    public void WriteLatent(double turns, Span<float> z)
    {
        var (sin, cos) = StableMath.SinCosTurns(turns);
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (float)((cos * _start[i]) + (sin * _quarter[i]));
        }
    }
}
