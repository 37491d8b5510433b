using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// Pictures that are one and the same, scaled or compressed differently. The perceptual hash proposes pairs; the squares decide,
/// part by part, so that two drawings that differ in the mouth alone stay two. Of each group the best stays: the largest,
/// then one that is no JPEG, then the sharpest, then the first.
/// </summary>
/// <param name="readSquare">Fills uint8 [size, size, 4] from a slot.</param>
internal sealed class NearDuplicates(int size, double largestDifference, Action<int, byte[]> readSquare)
{
    private const int Parts = 16;

    // Of one picture, the nearest by hash that cannot be told apart from memory.
    private const int LargestProposals = 48;

    private readonly byte[] _a = new byte[4 * size * size];
    private readonly byte[] _b = new byte[4 * size * size];

    /// <summary>Marks every picture that has a better twin.</summary>
    public void Mark(PictureScores[] all, int count, CancellationToken stop = default)
    {
        int[] order = new int[count];
        int candidates = 0;
        for (int i = 0; i < count; i++)
        {
            if (all[i].Refused is null)
            {
                order[candidates++] = i;
            }
        }

        order.AsSpan(0, candidates).Sort((x, y) => Better(all[x], all[y]) is var sign and not 0 ? sign : x.CompareTo(y));

        var index = new HashIndex(candidates);
        var kept = new List<int>(candidates);
        foreach (int i in order.AsSpan(0, candidates))
        {
            stop.ThrowIfCancellationRequested();
            (int twin, float difference) = FindTwin(all, i, index, kept);
            if (twin >= 0)
            {
                all[i].Refused = PrepareStep.Duplicate;
                all[i].TwinOf = twin;
                all[i].TwinDifference = difference;
                continue;
            }

            index.Add(all[i].Hash);
            kept.Add(i);
        }
    }

    /// <summary>The largest difference between corresponding parts of two squares, colour shift aside, in 8-bit levels.</summary>
    public static float Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int size)
    {
        int parts = Math.Min(Parts, size);
        Span<float> differences = stackalloc float[Parts * Parts * 3];
        Span<float> shift = stackalloc float[3];
        for (int part = 0; part < parts * parts; part++)
        {
            int top = part / parts * size / parts, bottom = ((part / parts) + 1) * size / parts;
            int left = part % parts * size / parts, right = ((part % parts) + 1) * size / parts;
            for (int channel = 0; channel < 3; channel++)
            {
                int sum = 0;
                for (int y = top; y < bottom; y++)
                {
                    for (int x = left; x < right; x++)
                    {
                        int at = (4 * ((y * size) + x)) + channel;
                        sum += a[at] - b[at];
                    }
                }

                float mean = (float)sum / ((bottom - top) * (right - left));
                differences[(part * 3) + channel] = mean;
                shift[channel] += mean / (parts * parts);
            }
        }

        float largest = 0;
        for (int i = 0; i < parts * parts * 3; i++)
        {
            largest = Math.Max(largest, Math.Abs(differences[i] - shift[i % 3]));
        }

        // A shift of all colours is forgiven only as far as a change of brightness goes.
        return Math.Max(largest, Math.Max(Math.Abs(shift[0]), Math.Max(Math.Abs(shift[1]), Math.Abs(shift[2]))));
    }

    private static int Better(in PictureScores x, in PictureScores y)
    {
        int size = ((long)y.Width * y.Height).CompareTo((long)x.Width * x.Height);
        int lossy = (x.Kind == PictureKind.Jpeg).CompareTo(y.Kind == PictureKind.Jpeg);
        return size != 0 ? size : lossy != 0 ? lossy : x.Blur.CompareTo(y.Blur);
    }

    private (int Twin, float Difference) FindTwin(PictureScores[] all, int i, HashIndex index, List<int> kept)
    {
        var proposals = new SortedSet<(int Bits, int Index)>();
        index.Find(all[i].Hash, (entry, bits) =>
        {
            int other = kept[entry];
            if (!CoarseParts.Fit(size) || CoarseParts.LeastDifference(all[i].Coarse, all[other].Coarse) <= largestDifference)
            {
                proposals.Add((bits, other));
                if (proposals.Count > LargestProposals)
                {
                    proposals.Remove(proposals.Max);
                }
            }
        });

        if (proposals.Count == 0)
        {
            return (-1, 0);
        }

        readSquare(all[i].Slot, _a);
        foreach ((_, int other) in proposals)
        {
            readSquare(all[other].Slot, _b);
            float difference = Difference(_a, _b, size);
            if (difference <= largestDifference)
            {
                return (other, difference);
            }
        }

        return (-1, 0);
    }
}
