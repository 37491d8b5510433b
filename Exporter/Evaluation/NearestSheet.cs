using LatentWalk.Imaging;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>
/// Generated pictures, each with the real ones nearest to it on its right: on the left half those that are nearest of all (where copies
/// would be), on the right half the first of the sample.
/// </summary>
internal static class NearestSheet
{
    public const int Rows = 8;
    public const int Neighbours = 4;

    // A generated picture, a gap, its neighbours; between the halves another gap.
    private const int HalfColumns = 2 + Neighbours;
    private const int Columns = (2 * HalfColumns) + 1;

    public static void Write(string path, IPictureSeries generated, PictureSample sample, IPictureSeries real, QualityReference reference)
    {
        var distances = reference.Neighbours(sample).Distances;
        int rows = Math.Min(Rows, sample.Count);
        int[] closest = [.. Enumerable.Range(0, sample.Count).OrderBy(index => distances[index]).Take(rows)];
        int size = generated.Size;
        var canvas = new SheetCanvas(rows * Columns, size, size, Columns);
        for (int row = 0; row < rows; row++)
        {
            Half(row * Columns, closest[row]);
            Half((row * Columns) + HalfColumns + 1, row);
        }

        PngFile.Write(path, canvas.Rgba, canvas.Width, canvas.Height);

        void Half(int place, int index)
        {
            canvas.Place(place, Picture(generated, index));
            var nearest = reference.NearestTo(sample, index, Neighbours);
            for (int k = 0; k < nearest.Count; k++)
            {
                canvas.Place(place + 2 + k, Picture(real, nearest[k]));
            }
        }
    }

    /// <summary>One picture of a series, uint8 <c>[Size, Size, 4]</c>, opaque.</summary>
    public static byte[] Picture(IPictureSeries series, int index)
    {
        var rgb = new byte[3 * series.Size * series.Size];
        series.Read(index, 1, rgb);
        var rgba = new byte[4 * series.Size * series.Size];
        for (int pixel = 0; pixel < rgb.Length / 3; pixel++)
        {
            rgb.AsSpan(3 * pixel, 3).CopyTo(rgba.AsSpan(4 * pixel));
            rgba[(4 * pixel) + 3] = 255;
        }

        return rgba;
    }
}
