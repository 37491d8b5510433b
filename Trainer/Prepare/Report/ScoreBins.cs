using System.Buffers;

namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>Counts of scores between the first and the last hundredth of them, and the threshold.</summary>
internal static class ScoreBins
{
    public static (int[] Kept, int[] Refused, double Low, double High) Of(ReadOnlySpan<PictureScores> pictures, PrepareStep step, double threshold, int bins)
    {
        double[] room = ArrayPool<double>.Shared.Rent(pictures.Length);
        int count = 0;
        foreach (ref readonly PictureScores scores in pictures)
        {
            if (Value(scores, step) is { } value)
            {
                room[count++] = value;
            }
        }

        Span<double> values = room.AsSpan(0, count);
        values.Sort();
        int[] kept = new int[bins];
        int[] refused = new int[bins];
        if (count == 0)
        {
            ArrayPool<double>.Shared.Return(room);
            return (kept, refused, 0, 1);
        }

        double low = Math.Min(values[count / 100], threshold);
        double high = Math.Max(values[^(1 + (count / 100))], threshold);
        ArrayPool<double>.Shared.Return(room);
        double margin = Math.Max(1e-6, high - low) * 0.05;
        (low, high) = (Math.Max(0, low - margin), high + margin);
        foreach (ref readonly PictureScores scores in pictures)
        {
            if (Value(scores, step) is { } value)
            {
                int bin = Math.Clamp((int)((value - low) / (high - low) * bins), 0, bins - 1);
                (scores.Refused is null ? kept : refused)[bin]++;
            }
        }

        return (kept, refused, low, high);
    }

    // Of a picture that an earlier step refused, some scores were never taken.
    private static double? Value(PictureScores scores, PrepareStep step) =>
        scores.Slot < 0 || scores.Refused == PrepareStep.Face || double.IsNaN(scores.Of(step)) ? null : scores.Of(step);
}
