using System.Collections.Concurrent;

namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>Finds faces of all sizes by one cascade over a pyramid of the picture. Any thread.</summary>
internal sealed class FaceDetector(Cascade cascade, DetectorOptions options)
{
    // Below this scale a step of one pixel of the pyramid is finer than needed.
    private const double FineScale = 2;

    // OpenCV shares the rows of every scale out to as many strips as this divides the first one's columns into, in whole
    // steps rounded to the nearest below: the last row of a scale is looked at or not by that.
    private const double StripColumns = 32;

    /// <param name="threads">At most so many at once; the result does not depend on it.</param>
    /// <returns>From top to bottom.</returns>
    public List<FaceBox> Find(GreyImage image, int threads = 1)
    {
        var hits = new List<FaceBox>();
        int strips = 0;
        foreach (double scale in Scales(image.Width, image.Height))
        {
            int width = (int)Math.Round(image.Width / (float)scale);
            int height = (int)Math.Round(image.Height / (float)scale);
            int columns = width - cascade.WindowWidth + 1;
            int rows = height - cascade.WindowHeight + 1;
            strips = strips == 0 ? Math.Max(1, (int)Math.Ceiling(columns / StripColumns)) : strips;
            if (columns > 0 && rows > 0)
            {
                var search = new CascadeSearch(cascade, new IntegralImage(image.Resize(width, height)));
                SearchStrips(search, scale, rows, columns, strips, threads, hits);
            }
        }

        hits.Sort(static (a, b) => (a.Width, a.Y, a.X).CompareTo((b.Width, b.Y, b.X)));
        return [.. RectangleGrouping.Group(hits, options.MinNeighbours).Select(box => Clip(box, image))];
    }

    /// <summary>Single precision, as OpenCV keeps them: the sizes of the windows are rounded from these.</summary>
    private List<double> Scales(int width, int height)
    {
        int largestWidth = options.MaxSide == 0 ? width : Math.Min(width, options.MaxSide);
        int largestHeight = options.MaxSide == 0 ? height : Math.Min(height, options.MaxSide);
        var scales = new List<double>();
        for (double factor = 1; ; factor *= options.ScaleFactor)
        {
            double windowWidth = Math.Round(cascade.WindowWidth * factor);
            double windowHeight = Math.Round(cascade.WindowHeight * factor);
            if (windowWidth > largestWidth || windowHeight > largestHeight)
            {
                return scales;
            }

            if (windowWidth >= options.MinSide && windowHeight >= options.MinSide)
            {
                scales.Add((float)factor);
            }
        }
    }

    // Sizes and places are rounded apart, so a window at the edge may stand out by a pixel.
    private static FaceBox Clip(FaceBox box, GreyImage image) => box with
    {
        Width = Math.Min(box.Width, image.Width - box.X),
        Height = Math.Min(box.Height, image.Height - box.Y),
    };

    private void SearchStrips(CascadeSearch search, double scale, int rows, int columns, int strips, int threads, List<FaceBox> hits)
    {
        int step = scale >= FineScale ? 1 : 2;
        int stripRows = Math.Max(((rows / step) + strips - 1) / strips, 1) * step;
        if (threads <= 1 || strips == 1)
        {
            SearchRows(search, scale, 0, Math.Min(rows, strips * stripRows), columns, hits.Add);
            return;
        }

        var found = new ConcurrentBag<FaceBox>();
        Parallel.For(0, strips, new ParallelOptions { MaxDegreeOfParallelism = threads },
            strip => SearchRows(search, scale, strip * stripRows, Math.Min(rows, (strip + 1) * stripRows), columns, found.Add));
        hits.AddRange(found);
    }

    private void SearchRows(CascadeSearch search, double scale, int first, int end, int columns, Action<FaceBox> hit)
    {
        int step = scale >= FineScale ? 1 : 2;
        int windowWidth = (int)Math.Round(cascade.WindowWidth * scale);
        int windowHeight = (int)Math.Round(cascade.WindowHeight * scale);
        for (int y = first; y < end; y += step)
        {
            for (int x = 0; x < columns; x += step)
            {
                int passed = search.StagesPassed(x, y);
                if (passed == cascade.Stages.Length)
                {
                    hit(new FaceBox((int)Math.Round(x * scale), (int)Math.Round(y * scale), windowWidth, windowHeight));
                }

                // Next to a place that fails at the very first look there is nothing to see either.
                x += passed == 0 ? step : 0;
            }
        }
    }
}
