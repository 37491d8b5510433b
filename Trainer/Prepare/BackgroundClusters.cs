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
    public static IReadOnlyList<(byte R, byte G, byte B)> Find(ReadOnlySpan<PictureScores> pictures, double share)
    {
        var cells = new Dictionary<int, (long R, long G, long B, int Count)>();
        int total = 0;
        foreach (ref readonly PictureScores picture in pictures)
        {
            if (picture.Refused is null)
            {
                (byte r, byte g, byte b) = picture.Border.Middle();
                ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (r >> Shift << 8) | (g >> Shift << 4) | (b >> Shift), out _);
                cell = (cell.R + r, cell.G + g, cell.B + b, cell.Count + 1);
                total++;
            }
        }

        (byte R, byte G, byte B)[] peaks = [.. cells.OrderByDescending(cell => cell.Value.Count).ThenBy(cell => cell.Key).Take(8 * LargestCount)
            .Select(cell => ((byte)(cell.Value.R / cell.Value.Count), (byte)(cell.Value.G / cell.Value.Count), (byte)(cell.Value.B / cell.Value.Count)))];
        var found = new List<((byte, byte, byte) Colour, int Count)>();
        foreach ((byte, byte, byte) peak in peaks)
        {
            if (found.All(other => BorderColours.Distance(other.Colour, peak) > 2 * Radius) && found.Count < LargestCount)
            {
                found.Add((peak, CountNear(pictures, peak)));
            }
        }

        int most = found.Count == 0 ? 0 : found.Max(cluster => cluster.Count);
        return total == 0 || most < share * total ? []
            : [.. found.Where(cluster => cluster.Count >= MinorPart * most).OrderByDescending(cluster => cluster.Count).Select(cluster => cluster.Colour)];
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

    private static int CountNear(ReadOnlySpan<PictureScores> pictures, (byte R, byte G, byte B) colour)
    {
        int count = 0;
        foreach (ref readonly PictureScores picture in pictures)
        {
            count += picture.Refused is null && picture.Border.DistanceTo(colour) <= Radius ? 1 : 0;
        }

        return count;
    }
}
