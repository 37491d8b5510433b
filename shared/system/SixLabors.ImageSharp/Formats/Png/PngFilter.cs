using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

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
                Add(row, above);
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

                UndoPaeth(row, above, stride);
                break;
            default:
                throw new InvalidImageContentException("Unknown filter type.");
        }
    }

    private static void Add(Span<byte> row, ReadOnlySpan<byte> above)
    {
        int i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            (new Vector<byte>(row[i..]) + new Vector<byte>(above[i..])).CopyTo(row[i..]);
        }

        for (; i < row.Length; i++)
        {
            row[i] += above[i];
        }
    }

    // All channels of a pixel at once, in 16-bit lanes: the next pixel needs this one, so there is nothing wider to do.
    private static void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        int i = stride;
        if (stride is 3 or 4)
        {
            // Four bytes are read and written even for three channels; the fourth is put right by the next pixel.
            Vector128<short> left = Pixel(row);
            Vector128<short> corner = Pixel(above);
            for (; i <= row.Length - 4; i += stride)
            {
                Vector128<short> up = Pixel(above[i..]);
                Vector128<short> toLeft = Vector128.Abs(up - corner);
                Vector128<short> toAbove = Vector128.Abs(left - corner);
                Vector128<short> toCorner = Vector128.Abs(left + up - corner - corner);
                Vector128<short> upOrCorner = Vector128.ConditionalSelect(Vector128.LessThanOrEqual(toAbove, toCorner), up, corner);
                Vector128<short> takeLeft = Vector128.LessThanOrEqual(toLeft, toAbove) & Vector128.LessThanOrEqual(toLeft, toCorner);
                Vector128<short> value = (Pixel(row[i..]) + Vector128.ConditionalSelect(takeLeft, left, upOrCorner)) & Vector128.Create((short)0xFF);
                uint packed = Vector128.Narrow(value.AsUInt16(), value.AsUInt16()).AsUInt32().ToScalar();
                byte next = row[i + 3];
                BinaryPrimitives.WriteUInt32LittleEndian(row[i..], packed);
                if (stride == 3)
                {
                    row[i + 3] = next;
                }

                (left, corner) = (value, up);
            }
        }

        for (; i < row.Length; i++)
        {
            row[i] += Paeth(row[i - stride], above[i], above[i - stride]);
        }
    }

    private static Vector128<short> Pixel(ReadOnlySpan<byte> bytes) => bytes.Length >= 4
        ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadUInt32LittleEndian(bytes)).AsByte()).AsInt16()
        : Vector128.Create((short)bytes[0], bytes[1], bytes[2], 0, 0, 0, 0, 0);

    /// <summary>Filters one row: <paramref name="result"/> is the type byte and then the row.</summary>
    public static void Apply(PngFilterMethod method, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int stride, Span<byte> result)
    {
        result[0] = (byte)method;
        Span<byte> target = result.Slice(1, row.Length);

        // Nothing is left of the first pixel.
        int start = method is PngFilterMethod.None or PngFilterMethod.Up ? 0 : Math.Min(stride, row.Length);
        for (int i = 0; i < start; i++)
        {
            target[i] = (byte)(row[i] - method switch
            {
                PngFilterMethod.Average => (byte)(above[i] >> 1),
                PngFilterMethod.Paeth => above[i],
                _ => (byte)0,
            });
        }

        ReadOnlySpan<byte> here = row[start..];
        ReadOnlySpan<byte> left = row[..(row.Length - start)];
        ReadOnlySpan<byte> up = above.Slice(start, here.Length);
        ReadOnlySpan<byte> corner = above[..here.Length];
        Span<byte> filtered = target[start..];
        int done = ApplyWide(method, here, left, up, corner, filtered);
        for (int i = done; i < here.Length; i++)
        {
            filtered[i] = (byte)(here[i] - method switch
            {
                PngFilterMethod.Sub => left[i],
                PngFilterMethod.Up => up[i],
                PngFilterMethod.Average => (byte)((left[i] + up[i]) >> 1),
                PngFilterMethod.Paeth => Paeth(left[i], up[i], corner[i]),
                _ => (byte)0,
            });
        }
    }

    /// <returns>How many bytes were filtered, a vector at a time.</returns>
    private static int ApplyWide(
        PngFilterMethod method, ReadOnlySpan<byte> here, ReadOnlySpan<byte> left, ReadOnlySpan<byte> up, ReadOnlySpan<byte> corner, Span<byte> filtered)
    {
        int i = 0;
        for (; i <= here.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            Vector256<byte> value = Vector256.Create(here[i..]);
            Vector256<byte> guess = method switch
            {
                PngFilterMethod.Sub => Vector256.Create(left[i..]),
                PngFilterMethod.Up => Vector256.Create(up[i..]),
                PngFilterMethod.Average => Halve(Vector256.Create(left[i..]), Vector256.Create(up[i..])),
                PngFilterMethod.Paeth => Paeth(Vector256.Create(left[i..]), Vector256.Create(up[i..]), Vector256.Create(corner[i..])),
                _ => Vector256<byte>.Zero,
            };
            (value - guess).CopyTo(filtered[i..]);
        }

        return i;
    }

    // (a + b) >> 1 without a ninth bit.
    private static Vector256<byte> Halve(Vector256<byte> a, Vector256<byte> b) =>
        (a & b) + (((a ^ b) >>> 1) & Vector256.Create((byte)0x7F));

    private static Vector256<byte> Paeth(Vector256<byte> left, Vector256<byte> up, Vector256<byte> corner)
    {
        (Vector256<ushort> leftLow, Vector256<ushort> leftHigh) = Vector256.Widen(left);
        (Vector256<ushort> upLow, Vector256<ushort> upHigh) = Vector256.Widen(up);
        (Vector256<ushort> cornerLow, Vector256<ushort> cornerHigh) = Vector256.Widen(corner);
        return Vector256.Narrow(Paeth(leftLow.AsInt16(), upLow.AsInt16(), cornerLow.AsInt16()), Paeth(leftHigh.AsInt16(), upHigh.AsInt16(), cornerHigh.AsInt16()));
    }

    private static Vector256<ushort> Paeth(Vector256<short> left, Vector256<short> up, Vector256<short> corner)
    {
        Vector256<short> toLeft = Vector256.Abs(up - corner);
        Vector256<short> toAbove = Vector256.Abs(left - corner);
        Vector256<short> toCorner = Vector256.Abs(left + up - corner - corner);
        Vector256<short> upOrCorner = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(toAbove, toCorner), up, corner);
        Vector256<short> takeLeft = Vector256.LessThanOrEqual(toLeft, toAbove) & Vector256.LessThanOrEqual(toLeft, toCorner);
        return Vector256.ConditionalSelect(takeLeft, left, upOrCorner).AsUInt16();
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
