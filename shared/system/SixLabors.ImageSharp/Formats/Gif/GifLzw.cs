namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>The variable-length LZW of GIF (89a specification, appendix F).</summary>
internal static class GifLzw
{
    private const int LongestCode = 12;

    /// <returns>Exactly <paramref name="count"/> indices; data that ends early is an error.</returns>
    public static byte[] Decode(ReadOnlySpan<byte> data, int smallestCode, int count)
    {
        if (smallestCode is < 1 or > 8)
        {
            throw new InvalidImageContentException("GIF code size is not valid.");
        }

        byte[] result = new byte[count];
        int clear = 1 << smallestCode;
        int end = clear + 1;
        Span<ushort> prefix = stackalloc ushort[1 << LongestCode];
        Span<byte> suffix = stackalloc byte[1 << LongestCode];
        Span<byte> reversed = stackalloc byte[1 << LongestCode];
        int next = end + 1;
        int bits = smallestCode + 1;
        int previous = -1;
        byte first = 0;
        uint window = 0;
        int held = 0;
        int at = 0;
        int written = 0;
        while (written < count)
        {
            while (held < bits)
            {
                if (at == data.Length)
                {
                    throw new InvalidImageContentException($"GIF pixel data ends early, after {written} of {count} pixels.");
                }

                window |= (uint)data[at++] << held;
                held += 8;
            }

            int code = (int)(window & ((1u << bits) - 1));
            window >>= bits;
            held -= bits;
            if (code == clear)
            {
                (next, bits, previous) = (end + 1, smallestCode + 1, -1);
                continue;
            }

            if (code == end || code > next || (code == next && previous < 0) || (previous < 0 && code > clear))
            {
                throw new InvalidImageContentException($"GIF pixel data is corrupt after {written} of {count} pixels.");
            }

            int depth = 0;
            int walk = code;
            if (code == next)
            {
                reversed[depth++] = first;
                walk = previous;
            }

            while (walk > clear)
            {
                reversed[depth++] = suffix[walk];
                walk = prefix[walk];
            }

            first = (byte)walk;
            reversed[depth++] = first;
            if (previous >= 0 && next < 1 << LongestCode)
            {
                (prefix[next], suffix[next]) = ((ushort)previous, first);
                next++;
                if (next == 1 << bits && bits < LongestCode)
                {
                    bits++;
                }
            }

            previous = code;
            while (depth > 0 && written < count)
            {
                result[written++] = reversed[--depth];
            }
        }

        return result;
    }
}
