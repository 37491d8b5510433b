namespace LatentWalk.Trainer.Watching;

/// <summary>How far the pictures of one set lie from each other.</summary>
/// <param name="Mean">Mean distance of two pictures.</param>
/// <param name="Nearest">Median distance of a picture to the one most like it, of all.</param>
/// <param name="NearestOfFew">The same among <see cref="Few"/> of them: how near the nearest is depends on how many there are.</param>
internal sealed record SketchSpread(double Mean, double Nearest, double NearestOfFew)
{
    /// <summary>As many as a sheet has.</summary>
    public const int Few = 64;

    // Of a large set some stand for all; each of them is still compared with all.
    private const int MostProbes = 1024;
    private const int MostPairs = 4 << 20;

    /// <param name="pictures">Which picture each sketch is of: a picture is not compared with itself, mirrored or not.</param>
    public static SketchSpread Of(IReadOnlyList<float[]> sketches, IReadOnlyList<int> pictures)
    {
        int count = sketches.Count;
        if (pictures.Distinct().Take(2).Count() < 2)
        {
            return new SketchSpread(0, 0, 0);
        }

        int probes = Math.Min(count, Math.Clamp(MostPairs / count, Few, MostProbes));
        int few = Math.Min(Few, probes);
        double[] nearest = new double[probes];
        double[] nearestOfFew = new double[few];
        Array.Fill(nearest, double.MaxValue);
        Array.Fill(nearestOfFew, double.MaxValue);
        double sum = 0;
        long pairs = 0;
        int[] all = [.. Enumerable.Range(0, probes).Select(i => (int)((long)i * count / probes))];
        int[] fewOfAll = [.. Enumerable.Range(0, few).Select(i => (int)((long)i * count / few))];
        for (int p = 0; p < probes; p++)
        {
            int i = all[p];
            for (int j = 0; j < count; j++)
            {
                if (pictures[i] != pictures[j])
                {
                    double distance = Sketch.Distance(sketches[i], sketches[j]);
                    nearest[p] = Math.Min(nearest[p], distance);
                    sum += distance;
                    pairs++;
                }
            }
        }

        for (int p = 0; p < few; p++)
        {
            foreach (int j in fewOfAll)
            {
                if (pictures[fewOfAll[p]] != pictures[j])
                {
                    nearestOfFew[p] = Math.Min(nearestOfFew[p], Sketch.Distance(sketches[fewOfAll[p]], sketches[j]));
                }
            }
        }

        return new SketchSpread(sum / pairs, Median(nearest), Median(nearestOfFew));
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
