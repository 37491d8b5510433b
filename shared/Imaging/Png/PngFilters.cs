using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LatentWalk.Imaging.Png;

/// <summary>Undoes the five row filters (PNG specification, section 9) in place.</summary>
internal static class PngFilters
{
    /// <param name="above">The finished row above; zeros for the first.</param>
    /// <param name="stride">Bytes of a pixel.</param>
    /// <returns>False when there is no such filter.</returns>
    public static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        switch (filter)
        {
            case 0:
                return true;
            case 1:
                UndoSub(row, stride);
                return true;
            case 2:
                UndoUp(row, above);
                return true;
            case 3:
                UndoAverage(row, above, stride);
                return true;
            case 4:
                UndoPaeth(row, above, stride);
                return true;
            default:
                return false;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UndoSub(Span<byte> row, int stride)
    {
        for (int i = stride; i < row.Length; i++)
        {
            row[i] += row[i - stride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UndoUp(Span<byte> row, ReadOnlySpan<byte> above)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UndoAverage(Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        for (int i = 0; i < Math.Min(stride, row.Length); i++)
        {
            row[i] += (byte)(above[i] >> 1);
        }

        for (int i = stride; i < row.Length; i++)
        {
            row[i] += (byte)((row[i - stride] + above[i]) >> 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> above, int stride)
    {
        for (int k = 0; k < Math.Min(stride, row.Length); k++)
        {
            row[k] += above[k];
        }

        int i = stride;
        if (stride is 3 or 4 && row.Length >= 2 * stride)
        {
            // All channels of a pixel at once, in 16-bit lanes: the next pixel needs this one, so there is nothing wider to do.
            // Four bytes are read and written even for three channels; the fourth is put back.
            Vector128<short> left = Pixel(row);
            Vector128<short> corner = Pixel(above);
            for (; i <= row.Length - 4; i += stride)
            {
                Vector128<short> up = Pixel(above[i..]);
                Vector128<short> fromLeft = up - corner;
                Vector128<short> fromAbove = left - corner;
                Vector128<short> toLeft = Vector128.Abs(fromLeft);
                Vector128<short> toAbove = Vector128.Abs(fromAbove);
                Vector128<short> toCorner = Vector128.Abs(fromLeft + fromAbove);
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

    private static Vector128<short> Pixel(ReadOnlySpan<byte> bytes) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadUInt32LittleEndian(bytes)).AsByte()).AsInt16();

    private static byte Paeth(byte left, byte above, byte corner)
    {
        int estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
