using System.Buffers;
using LatentWalk.Imaging.Headers;
using LatentWalk.Imaging.Resampling;

namespace LatentWalk.Imaging.Png;

/// <summary>Plain PNGs to what their callers need, in one pass.</summary>
internal static class PlainPngDecoding
{
    /// <summary>Whether <see cref="ToSquare"/> does such a file: it is plain, and has the size already or is shrunk to it.</summary>
    public static bool Squares(ReadOnlySpan<byte> file, PictureHeader header, int size) =>
        header.Format == PictureFormat.Png && !header.HasExif && (header.Width > size || header.Height > size || (header.Width == size && header.Height == size))
        && PlainPng.Recognises(file);

    /// <summary>Alpha over white, fitted to the square.</summary>
    /// <param name="rgb">uint8 [size, size, 3]; null when there is a problem.</param>
    /// <returns>Null, or why the file cannot be used (no full stop).</returns>
    public static string? ToSquare(ReadOnlyMemory<byte> file, PictureHeader header, int size, Fit fit, out byte[]? rgb)
    {
        rgb = null;
        if (PlainPng.Check(file.Span, header) is { } problem)
        {
            return problem;
        }

        using PlainPng png = new(file, header);
        using RowResampler? resampler = png.Width == size && png.Height == size ? null : new RowResampler(png.Width, png.Height, size, fit);
        byte[] result = resampler is null ? GC.AllocateUninitializedArray<byte>(3 * size * size) : [];
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4 * png.Width);
        try
        {
            Span<byte> row = buffer.AsSpan(0, 4 * png.Width);
            for (int y = 0; y < png.Height; y++)
            {
                if (png.Next(row) is { } damage)
                {
                    return damage;
                }

                if (!png.IsOpaque)
                {
                    White.Under(row);
                }

                if (resampler is not null)
                {
                    resampler.Add(row);
                    continue;
                }

                for (int from = 0, to = 3 * size * y; from < row.Length; from += 4, to += 3)
                {
                    (result[to], result[to + 1], result[to + 2]) = (row[from], row[from + 1], row[from + 2]);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        rgb = resampler?.Result ?? result;
        return null;
    }

    /// <summary>The whole picture.</summary>
    /// <param name="rgba">uint8 [height, width, 4], straight alpha; null when there is a problem.</param>
    /// <returns>Null, or why the file cannot be used (no full stop).</returns>
    public static string? ToRgba(ReadOnlyMemory<byte> file, PictureHeader header, out byte[]? rgba)
    {
        rgba = null;
        if (PlainPng.Check(file.Span, header) is { } problem)
        {
            return problem;
        }

        using PlainPng png = new(file, header);
        byte[] result = GC.AllocateUninitializedArray<byte>(checked(4 * png.Width * png.Height));
        for (int y = 0; y < png.Height; y++)
        {
            if (png.Next(result.AsSpan(4 * png.Width * y, 4 * png.Width)) is { } damage)
            {
                return damage;
            }
        }

        rgba = result;
        return null;
    }
}
