using LatentWalk.Imaging;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>
/// The best or the worst of a sample, row by row from the extreme on: by the distance of a picture's features to those of the real picture
/// that is nearest in them. Who has seen no picture yet, and only knows the measure, would choose the same.
/// </summary>
internal static class RankedSheet
{
    public const int Pictures = 32;
    public const int Columns = 8;

    /// <param name="worst">Those far from all real pictures, not those near to one.</param>
    public static void Write(string path, IPictureSeries generated, PictureSample sample, QualityReference reference, bool worst)
    {
        var distances = reference.FeatureNeighbours(sample).Distances;
        int count = Math.Min(Pictures, sample.Count);
        int[] order = [.. Enumerable.Range(0, sample.Count).OrderBy(index => worst ? -distances[index] : distances[index]).Take(count)];
        int size = generated.Size;
        var canvas = new SheetCanvas(count, size, size, Columns);
        for (int place = 0; place < count; place++)
        {
            canvas.Place(place, NearestSheet.Picture(generated, order[place]));
        }

        PngFile.Write(path, canvas.Rgba, canvas.Width, canvas.Height);
    }
}
