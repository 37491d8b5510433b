using LatentWalk.Core.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Walks;

/// <summary>
/// A closed wander: each component is a sum of whole waves with random strengths, so that every moment's latent is a draw from
/// N(0, 1) like any seed's, neighbours are close, and the end is the beginning. Immutable.
/// </summary>
public sealed class NoiseLoop
{
    public const int MostWaves = 32;

    private readonly float[] _waves;
    private readonly double[] _strength;
    private readonly int _zdim;

    /// <param name="seed">Chooses the wander.</param>
    /// <param name="zdim">Length of the latents.</param>
    /// <param name="waves">The shortest wave goes round this often: more is busier.</param>
    public NoiseLoop(ulong seed, int zdim, int waves)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zdim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(waves);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(waves, MostWaves);
        _zdim = zdim;
        _waves = new float[2 * waves * zdim];
        new CounterRandom(seed, 2, Purpose.Walk).FillNormal(_waves);

        // Short waves are weaker (variance 1/k), and all together have variance 1.
        double sum = 0;
        for (int k = 1; k <= waves; k++)
        {
            sum += 1.0 / k;
        }

        _strength = new double[waves];
        for (int k = 1; k <= waves; k++)
        {
            _strength[k - 1] = Math.Sqrt(1 / (k * sum));
        }
    }

    /// <summary>The latent after <paramref name="turns"/> of the whole way; the same at 1 as at 0.</summary>
    /// <param name="z">[zdim], filled.</param>
    public void WriteLatent(double turns, Span<float> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, _zdim);
        Span<double> sum = _zdim <= 1024 ? stackalloc double[_zdim] : new double[_zdim];
        sum.Clear();
        for (int k = 0; k < _strength.Length; k++)
        {
            var (sin, cos) = StableMath.SinCosTurns(turns * (k + 1));
            ReadOnlySpan<float> sines = _waves.AsSpan(2 * k * _zdim, _zdim);
            ReadOnlySpan<float> cosines = _waves.AsSpan(((2 * k) + 1) * _zdim, _zdim);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += _strength[k] * ((sin * sines[i]) + (cos * cosines[i]));
            }
        }

        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (float)sum[i];
        }
    }
}
