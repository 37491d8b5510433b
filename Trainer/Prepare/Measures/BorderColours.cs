using System.Runtime.CompilerServices;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>The median colour of each of twelve parts of a picture's border, clockwise from the top left: what its background is like.</summary>
[InlineArray(Parts * 3)]
internal struct BorderColours
{
    public const int Parts = 12;
    private const int PartsOfSide = 3;
    private const int LargestSamples = 256;

#pragma warning disable IDE0044, IDE0051 // The one element that an inline array is made of.
    private byte _level;
#pragma warning restore IDE0044, IDE0051

    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4]; alpha is ignored.</param>
    public static BorderColours Of(ReadOnlySpan<byte> rgba, int stride, FaceBox area)
    {
        var result = default(BorderColours);
        Span<byte> samples = stackalloc byte[LargestSamples];
        for (int part = 0; part < Parts; part++)
        {
            int side = part / PartsOfSide;
            bool isRow = side % 2 == 0;
            int length = isRow ? area.Width : area.Height;
            int first = part % PartsOfSide * length / PartsOfSide;
            int end = Math.Max(first + 1, ((part % PartsOfSide) + 1) * length / PartsOfSide);
            int count = Math.Min(end - first, LargestSamples);
            for (int channel = 0; channel < 3; channel++)
            {
                for (int k = 0; k < count; k++)
                {
                    int along = first + (int)((long)k * (end - first) / count);
                    (int x, int y) = side switch
                    {
                        0 => (along, 0),
                        1 => (area.Width - 1, along),
                        2 => (length - 1 - along, area.Height - 1),
                        _ => (0, length - 1 - along),
                    };
                    samples[k] = rgba[(4 * (((area.Y + y) * stride) + area.X + x)) + channel];
                }

                samples[..count].Sort();
                result[(part * 3) + channel] = samples[count / 2];
            }
        }

        return result;
    }

    public readonly (byte R, byte G, byte B) Part(int part) => (this[part * 3], this[(part * 3) + 1], this[(part * 3) + 2]);

    /// <summary>The part's colour that is nearest to all the others: what to pad with.</summary>
    public readonly (byte R, byte G, byte B) Middle()
    {
        int best = 0;
        double least = double.MaxValue;
        for (int i = 0; i < Parts; i++)
        {
            double sum = 0;
            for (int j = 0; j < Parts; j++)
            {
                sum += Distance(Part(i), Part(j));
            }

            (best, least) = sum < least ? (i, sum) : (best, least);
        }

        return Part(best);
    }

    /// <summary>How far most of the border is from a colour: the median over its parts, in 8-bit levels.</summary>
    public readonly float DistanceTo((byte R, byte G, byte B) colour)
    {
        Span<float> distances = stackalloc float[Parts];
        for (int i = 0; i < Parts; i++)
        {
            distances[i] = Distance(Part(i), colour);
        }

        distances.Sort();
        return distances[Parts / 2];
    }

    /// <summary>Root mean square over the channels.</summary>
    public static float Distance((byte R, byte G, byte B) a, (byte R, byte G, byte B) b)
    {
        int r = a.R - b.R, g = a.G - b.G, blue = a.B - b.B;
        return MathF.Sqrt(((r * r) + (g * g) + (blue * blue)) / 3f);
    }
}
