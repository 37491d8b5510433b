namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The five row filters (PNG specification, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Undoes a filter in place; <paramref name="above"/> is the finished row above, zeros for the first.</summary>
    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (int i = stride; i < row.Length; i++)
                {
                    row[i] += row[i - stride];
                }

                break;
            case 2:
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] += above[i];
                }

                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                {
                    int left = i >= stride ? row[i - stride] : 0;
                    row[i] += (byte)((left + above[i]) >> 1);
                }

                break;
            case 4:
                for (int i = 0; i < Math.Min(stride, row.Length); i++)
                {
                    row[i] += above[i];
                }

                for (int i = stride; i < row.Length; i++)
                {
                    row[i] += Paeth(row[i - stride], above[i], above[i - stride]);
                }

                break;
            default:
                throw new InvalidImageContentException("Unknown filter type.");
        }
    }

    /// <summary>Filters one row: <paramref name="result"/> is the type byte and then the row.</summary>
    public static void Apply(PngFilterMethod method, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int stride, Span<byte> result)
    {
        result[0] = (byte)method;
        Span<byte> target = result.Slice(1, row.Length);
        for (int i = 0; i < row.Length; i++)
        {
            byte left = i >= stride ? row[i - stride] : (byte)0;
            byte corner = i >= stride ? above[i - stride] : (byte)0;
            target[i] = (byte)(row[i] - method switch
            {
                PngFilterMethod.Sub => left,
                PngFilterMethod.Up => above[i],
                PngFilterMethod.Average => (byte)((left + above[i]) >> 1),
                PngFilterMethod.Paeth => Paeth(left, above[i], corner),
                _ => (byte)0,
            });
        }
    }

    /// <summary>The sum of absolute differences, the usual guess at how well a filtered row compresses.</summary>
    public static long Cost(ReadOnlySpan<byte> filtered)
    {
        long sum = 0;
        foreach (byte value in filtered[1..])
        {
            sum += Math.Abs((sbyte)(value == 128 ? 127 : value));
        }

        return sum;
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        int estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
