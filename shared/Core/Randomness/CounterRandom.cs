using LatentWalk.Core.Numerics;

namespace LatentWalk.Core.Randomness;

/// <summary>
/// The random numbers of one (seed, step, purpose). The whole stream is a function of those three: a resumed run, another
/// process and another machine draw the same numbers. A value type: pass it by <c>ref</c>, a copy draws the same again.
/// </summary>
/// <remarks>
/// Philox key = seed; counter = (block, purpose, step low, step high). A block gives four words, a pair of words gives
/// two normals. 2^34 words to a stream.
/// </remarks>
public struct CounterRandom(ulong seed, ulong step, Purpose purpose)
{
    private const float SingleUnit = 1f / (1 << 24);
    private const double DoubleUnit = 1.0 / (1L << 53);
    private const double WordUnit = 1.0 / 4294967296.0;

    private readonly ulong _seed = seed;
    private readonly uint _stepLow = (uint)step;
    private readonly uint _stepHigh = (uint)(step >> 32);
    private readonly uint _purpose = (uint)purpose;
    private uint _block;
    private uint _x1;
    private uint _x2;
    private uint _x3;
    private int _left;
    private float _spareNormal;
    private bool _hasSpare;

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        switch (_left)
        {
            case 3:
                _left = 2;
                return _x1;
            case 2:
                _left = 1;
                return _x2;
            case 1:
                _left = 0;
                return _x3;
            default:
                (uint x0, _x1, _x2, _x3) = Philox.Block(_seed, _block, _purpose, _stepLow, _stepHigh);
                _block = checked(_block + 1);
                _left = 3;
                return x0;
        }
    }

    /// <summary>Passes over as many words as that many calls of <see cref="NextUInt32"/> would take; a spare normal stays.</summary>
    public void Skip(long words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        for (; _left > 0 && words > 0; words--)
        {
            NextUInt32();
        }

        _block = checked(_block + (uint)(words / 4));
        for (words %= 4; words > 0; words--)
        {
            NextUInt32();
        }
    }

    /// <summary>0 to <paramref name="exclusiveMax"/> - 1, every value equally likely (Lemire's multiplication with rejection).</summary>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        uint range = (uint)exclusiveMax;
        ulong product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            uint unfair = (0u - range) % range;
            while ((uint)product < unfair)
            {
                product = (ulong)NextUInt32() * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>In [0, 1), 24 bits.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * SingleUnit;

    /// <summary>In [0, 1), 53 bits.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        ulong low = NextUInt32();
        return (((high << 32) | low) >> 11) * DoubleUnit;
    }

    /// <summary>Standard normal, by Box-Muller from two words; the second of the pair comes with the next call.</summary>
    public float NextNormal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spareNormal;
        }

        uint radiusWord = NextUInt32();
        uint angleWord = NextUInt32();
        (float first, _spareNormal) = BoxMuller(radiusWord, angleWord);
        _hasSpare = true;
        return first;
    }

    /// <summary>The same numbers as that many calls of <see cref="NextNormal"/>.</summary>
    public void FillNormal(Span<float> values)
    {
        int i = 0;
        if (_hasSpare && values.Length > 0)
        {
            values[i++] = NextNormal();
        }

        for (; i + 1 < values.Length; i += 2)
        {
            uint radiusWord = NextUInt32();
            uint angleWord = NextUInt32();
            (values[i], values[i + 1]) = BoxMuller(radiusWord, angleWord);
        }

        if (i < values.Length)
        {
            values[i] = NextNormal();
        }
    }

    /// <summary>Fisher-Yates, from the last element down.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInt32(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static (float First, float Second) BoxMuller(uint radiusWord, uint angleWord)
    {
        double radius = Math.Sqrt(-2 * StableMath.Log((radiusWord + 0.5) * WordUnit));
        var (sin, cos) = StableMath.SinCosTurns(angleWord * WordUnit);
        return ((float)(radius * cos), (float)(radius * sin));
    }
}
