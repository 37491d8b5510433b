using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>
/// Learns from the pictures of a flight how fast they change per radian here, against the usual for this generator, so
/// that the flight can keep the speed on screen even where the same angle does little or much. Allocates when the picture's
/// size changes, and then no more.
/// </summary>
internal sealed class PaceKeeper
{
    private const float Slowest = 0.5f;
    private const float Fastest = 2f;

    /// <summary>Pairs of pictures that the local and the usual rate look back on.</summary>
    private const float Local = 15;
    private const float Usual = 2000;

    /// <summary>Closer together, rounding to 8 bits says more than the flight.</summary>
    private const float SmallestAngle = 2e-3f;

    private const float LargestAngle = 0.3f;

    /// <summary>A flight is not told of less: every change is an entry in a recording.</summary>
    private const float SmallestChange = 0.04f;

    private IPictureSource? source;
    private float truncation;
    private byte[] pixels = [];
    private float[] latent = [];
    private double local;
    private double usual;
    private int pairs;

    /// <summary>The pace for what was seen so far; 1 in the beginning.</summary>
    public float Pace { get; private set; } = 1;

    /// <summary>Looks at the next picture; true when <see cref="Pace"/> has changed noticeably.</summary>
    /// <param name="from">The generator that made it.</param>
    /// <param name="psi">Its truncation.</param>
    /// <param name="z">[zdim].</param>
    /// <param name="rgba">Its pixels.</param>
    public bool See(IPictureSource? from, float psi, ReadOnlySpan<float> z, ReadOnlySpan<byte> rgba)
    {
        bool related = ReferenceEquals(from, source) && psi == truncation && z.Length == latent.Length && rgba.Length == pixels.Length;
        float angle = related ? Sphere.Angle(latent, z) : 0;
        if (related && angle < SmallestAngle)
        {
            return false;
        }

        bool told = false;
        if (related && angle <= LargestAngle)
        {
            told = Learn(MeanDifference(pixels, rgba) / angle);
        }

        if (!ReferenceEquals(from, source))
        {
            pairs = 0;
        }

        Remember(z, rgba);
        source = from;
        truncation = psi;
        return told;
    }

    private bool Learn(double rate)
    {
        // In logarithms: twice as fast and half as fast weigh the same.
        double log = Math.Log(Math.Max(rate, 1e-3));
        pairs++;
        local += (log - local) / Math.Min(pairs, Local);
        usual += (log - usual) / Math.Min(pairs, Usual);
        float pace = Math.Clamp((float)Math.Exp(usual - local), Slowest, Fastest);
        if (Math.Abs(pace - Pace) < SmallestChange * Pace)
        {
            return false;
        }

        Pace = pace;
        return true;
    }

    private void Remember(ReadOnlySpan<float> z, ReadOnlySpan<byte> rgba)
    {
        if (pixels.Length != rgba.Length)
        {
            pixels = new byte[rgba.Length];
        }

        if (latent.Length != z.Length)
        {
            latent = new float[z.Length];
        }

        rgba.CopyTo(pixels);
        z.CopyTo(latent);
    }

    /// <summary>Mean absolute difference in 8-bit levels.</summary>
    internal static double MeanDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        int i = 0;
        for (; i <= a.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector<byte> left = new(a[i..]);
            Vector<byte> right = new(b[i..]);
            Vector.Widen(Vector.Max(left, right) - Vector.Min(left, right), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low + high, out Vector<uint> first, out Vector<uint> second);
            sum += Vector.Sum(first + second);
        }

        for (; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return a.Length == 0 ? 0 : (double)sum / a.Length;
    }
}
