using System.Runtime.InteropServices;
using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// The colours that the pictures of a set stand on. Backgrounds count only when a good part of the set shares one: then a picture is
/// as far off as the median part of its border is from the nearest of the common colours. Sets of many backgrounds are left alone.
/// </summary>
internal static class BackgroundClusters
{
    // Colours within this many 8-bit levels are one background.
    private const float Radius = 14;

    // A second background counts when it has this part of the first one's pictures.
    private const double MinorPart = 0.3;
    private const int Shift = 4;
    private const int LargestCount = 16;

    /// <summary>The common colours, most frequent first; empty when no colour is shared by so large a part of the pictures.</summary>
    /// <param name="borders">Of the same pictures; gone through twice.</param>
    public static IReadOnlyList<(byte R, byte G, byte B)> Find(ReadOnlySpan<PictureScores> pictures, IEnumerable<BorderColours> borders, double share)
    {
        var cells = new Dictionary<int, (long R, long G, long B, int Count)>();
        int total = 0;
        int index = 0;
        foreach (BorderColours border in borders)
        {
            if (pictures[index++].Refused is null)
            {
                (byte r, byte g, byte b) = border.Middle();
                ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (r >> Shift << 8) | (g >> Shift << 4) | (b >> Shift), out _);
                cell = (cell.R + r, cell.G + g, cell.B + b, cell.Count + 1);
                total++;
            }
        }

        (byte R, byte G, byte B)[] peaks = [.. cells.OrderByDescending(cell => cell.Value.Count).ThenBy(cell => cell.Key).Take(8 * LargestCount)
            .Select(cell => ((byte)(cell.Value.R / cell.Value.Count), (byte)(cell.Value.G / cell.Value.Count), (byte)(cell.Value.B / cell.Value.Count)))];
        var apart = new List<(byte R, byte G, byte B)>();
        foreach ((byte, byte, byte) peak in peaks)
        {
            if (apart.All(other => BorderColours.Distance(other, peak) > 2 * Radius) && apart.Count < LargestCount)
            {
                apart.Add(peak);
            }
        }

        int[] counts = CountNear(pictures, borders, apart);
        int most = counts.DefaultIfEmpty(0).Max();
        return total == 0 || most < share * total ? []
            : [.. apart.Zip(counts).Where(cluster => cluster.Second >= MinorPart * most).OrderByDescending(cluster => cluster.Second).Select(cluster => cluster.First)];
    }

    /// <summary>How far a border is from the nearest of the colours.</summary>
    public static float Distance(in BorderColours border, IReadOnlyList<(byte R, byte G, byte B)> colours)
    {
        float least = float.MaxValue;
        foreach ((byte R, byte G, byte B) colour in colours)
        {
            least = Math.Min(least, border.DistanceTo(colour));
        }

        return least;
    }

    private static int[] CountNear(ReadOnlySpan<PictureScores> pictures, IEnumerable<BorderColours> borders, List<(byte R, byte G, byte B)> colours)
    {
        int[] counts = new int[colours.Count];
        int index = 0;
        foreach (BorderColours border in borders)
        {
            if (pictures[index++].Refused is not null)
            {
                continue;
            }

            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] += border.DistanceTo(colours[i]) <= Radius ? 1 : 0;
            }
        }

        return counts;
    }
}
