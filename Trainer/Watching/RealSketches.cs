using LatentWalk.Trainer.Data;

namespace LatentWalk.Trainer.Watching;

/// <summary>Sketches of real pictures, and what drawn ones look like beside them. Pure once read.</summary>
internal sealed class RealSketches
{
    /// <summary>Enough for figures that hardly move when other pictures are taken; 3 MB.</summary>
    public const int Usual = 1024;

    private readonly float[][] _sketches;
    private readonly Lazy<SketchSpread> _spread;

    private RealSketches(float[][] sketches, int size, IReadOnlyList<int> indices)
    {
        _sketches = sketches;
        Size = size;
        Indices = indices;
        _spread = new Lazy<SketchSpread>(() => SketchSpread.Of(sketches, indices));
    }

    /// <summary>Side of the pictures that were sketched.</summary>
    public int Size { get; }

    /// <summary>Floats of one sketch.</summary>
    public int Length => 3 * Sketch.SideOf(Size) * Sketch.SideOf(Size);

    /// <summary>Which picture of the set each sketch is of; a mirrored one has the same number.</summary>
    public IReadOnlyList<int> Indices { get; }

    /// <param name="most">Pictures to read, evenly over the set.</param>
    /// <param name="mirror">Sketch each mirrored as well, as a run sees them that mirrors.</param>
    public static RealSketches Of(IPictureSet set, bool mirror, int most = Usual, CancellationToken stop = default)
    {
        int side = Sketch.SideOf(set.Size);
        byte[] buffer = new byte[4 * set.Size * set.Size];
        float[] planes = new float[3 * set.Size * set.Size];
        int count = Math.Min(most, set.Count);
        var sketches = new List<float[]>();
        var indices = new List<int>();
        for (int i = 0; i < count; i++)
        {
            stop.ThrowIfCancellationRequested();
            int index = (int)((long)i * set.Count / count);
            var rgb = set.Read(index, buffer);
            if (rgb.IsEmpty)
            {
                continue;
            }

            for (int turned = 0; turned < (mirror ? 2 : 1); turned++)
            {
                float[] sketch = new float[3 * side * side];
                Sketch.OfRgb(rgb, set.Size, turned == 1, planes, sketch);
                sketches.Add(sketch);
                indices.Add(index);
            }
        }

        return new RealSketches([.. sketches], set.Size, indices);
    }

    /// <summary>Null where fewer than two real pictures can be read, or all are the same.</summary>
    /// <param name="drawn">Sketches of two or more drawn pictures.</param>
    public SampleSigns? Compare(IReadOnlyList<float[]> drawn)
    {
        var real = _spread.Value;
        if (real.Mean == 0 || drawn.Count < 2)
        {
            return null;
        }

        var among = SketchSpread.Of(drawn, [.. Enumerable.Range(0, drawn.Count)]);
        double across = 0;
        double[] nearest = new double[drawn.Count];
        for (int i = 0; i < drawn.Count; i++)
        {
            double least = double.MaxValue;
            foreach (float[] sketch in _sketches)
            {
                double distance = Sketch.Distance(drawn[i], sketch);
                across += distance;
                least = Math.Min(least, distance);
            }

            nearest[i] = least;
        }

        across /= (double)drawn.Count * _sketches.Length;
        return new SampleSigns
        {
            Diversity = Rounded(among.Mean / real.Mean),
            Variety = Rounded(real.NearestOfFew == 0 ? 1 : among.Nearest / real.NearestOfFew),
            Nearest = real.Nearest == 0 ? null : Rounded(SketchSpread.Median(nearest) / real.Nearest),
            Distance = Rounded(((2 * across) - among.Mean - real.Mean) / real.Mean),
        };
    }

    /// <summary>The pictures most like a drawn one, nearest first, each picture once.</summary>
    public IReadOnlyList<(int Index, double Distance)> NearestTo(float[] drawn, int count) =>
    [
        .. _sketches.Select((sketch, i) => (Index: Indices[i], Distance: Sketch.Distance(drawn, sketch)))
            .OrderBy(found => found.Distance).DistinctBy(found => found.Index).Take(count),
    ];

    /// <summary>Median distance of a real picture to the one most like it.</summary>
    public double NearestAmong => _spread.Value.Nearest;

    private static double Rounded(double value) => Math.Round(value, 4);
}
