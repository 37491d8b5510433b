using System.Runtime.CompilerServices;

namespace LatentWalk.Trainer.Prepare.Measures;

/// <summary>
/// The mean colour of 4 × 4 parts of a square: enough to see from memory that two pictures are not one. Each is the mean of
/// 4 × 4 of the parts that <see cref="NearDuplicates.Difference"/> compares, and no mean differs by more than the worst of them.
/// </summary>
[InlineArray(Parts * Parts * 3)]
internal struct CoarseParts
{
    private const int Parts = 4;

    // What rounding to levels may add to a difference of two means, and to the shift that is taken off it.
    private const float Rounding = 2;

#pragma warning disable IDE0044, IDE0051 // The one element that an inline array is made of.
    private byte _level;
#pragma warning restore IDE0044, IDE0051

    /// <summary>Whether the parts of such a square are made of whole finer ones, all of one size.</summary>
    public static bool Fit(int size) => size % 16 == 0;

    /// <param name="rgba">uint8 [size, size, 4].</param>
    public static CoarseParts Of(ReadOnlySpan<byte> rgba, int size)
    {
        var result = default(CoarseParts);
        int side = size / Parts;
        if (side == 0)
        {
            return result;
        }

        for (int part = 0; part < Parts * Parts; part++)
        {
            int red = 0, green = 0, blue = 0;
            for (int y = part / Parts * side; y < ((part / Parts) + 1) * side; y++)
            {
                ReadOnlySpan<byte> row = rgba.Slice(4 * ((y * size) + (part % Parts * side)), 4 * side);
                for (int at = 0; at < row.Length; at += 4)
                {
                    red += row[at];
                    green += row[at + 1];
                    blue += row[at + 2];
                }
            }

            int area = side * side;
            result[3 * part] = (byte)((red + (area / 2)) / area);
            result[(3 * part) + 1] = (byte)((green + (area / 2)) / area);
            result[(3 * part) + 2] = (byte)((blue + (area / 2)) / area);
        }

        return result;
    }

    /// <summary>What <see cref="NearDuplicates.Difference"/> of two squares is at the very least, where <see cref="Fit"/>.</summary>
    public static float LeastDifference(in CoarseParts a, in CoarseParts b)
    {
        float least = 0;
        for (int channel = 0; channel < 3; channel++)
        {
            int smallest = int.MaxValue, largest = int.MinValue, sum = 0;
            for (int at = channel; at < Parts * Parts * 3; at += 3)
            {
                int difference = a[at] - b[at];
                smallest = Math.Min(smallest, difference);
                largest = Math.Max(largest, difference);
                sum += difference;
            }

            float shift = (float)sum / (Parts * Parts);
            least = Math.Max(least, Math.Max(Math.Abs(shift), Math.Max(largest - shift, shift - smallest)));
        }

        return Math.Max(0, least - Rounding);
    }
}
