using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Turns pixels into filtered rows.</summary>
internal sealed class PngRowFilter(PngFilterMethod method, PngHeader header)
{
    private static readonly PngFilterMethod[] All =
        [PngFilterMethod.None, PngFilterMethod.Sub, PngFilterMethod.Up, PngFilterMethod.Average, PngFilterMethod.Paeth];

    public void Write(Rgba32[] pixels, Stream stream)
    {
        int rowBytes = header.RowBytes(header.Width);
        byte[] row = new byte[rowBytes];
        byte[] above = new byte[rowBytes];
        byte[] filtered = new byte[rowBytes + 1];
        byte[] candidate = new byte[rowBytes + 1];
        for (int y = 0; y < header.Height; y++)
        {
            Pack(pixels.AsSpan(y * header.Width, header.Width), row, header.Channels);
            if (method != PngFilterMethod.Adaptive)
            {
                PngFilter.Apply(method, row, above, header.FilterStride, filtered);
            }
            else
            {
                long best = long.MaxValue;
                foreach (PngFilterMethod one in All)
                {
                    PngFilter.Apply(one, row, above, header.FilterStride, candidate);
                    long cost = PngFilter.Cost(candidate);
                    if (cost < best)
                    {
                        best = cost;
                        (filtered, candidate) = (candidate, filtered);
                    }
                }
            }

            stream.Write(filtered);
            (row, above) = (above, row);
        }
    }

    private static void Pack(ReadOnlySpan<Rgba32> pixels, Span<byte> row, int channels)
    {
        int at = 0;
        foreach (Rgba32 pixel in pixels)
        {
            row[at] = pixel.R;
            row[at + 1] = pixel.G;
            row[at + 2] = pixel.B;
            if (channels == 4)
            {
                row[at + 3] = pixel.A;
            }

            at += channels;
        }
    }
}
