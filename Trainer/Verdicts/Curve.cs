using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>One value over the steps, smoothed so that a single batch proves nothing.</summary>
internal sealed class Curve
{
    /// <summary>Values that one point is the median of, unless it is said otherwise.</summary>
    public const int Window = 5;

    private Curve(IReadOnlyList<(long Step, double Value)> points) => Points = points;

    /// <summary>By step.</summary>
    public IReadOnlyList<(long Step, double Value)> Points { get; }

    public bool IsEmpty => Points.Count == 0;

    public double Last => Points[^1].Value;

    /// <param name="value">Null on lines that have none.</param>
    /// <param name="window">Values that one point is the median of.</param>
    /// <returns>Each point the median of it and of those just before it.</returns>
    public static Curve Of(IReadOnlyList<LogLine> lines, Func<LogLine, double?> value, int window = Window)
    {
        List<(long Step, double Value)> raw = [.. lines.Select(line => (line.Step, Value: value(line))).Where(point => point.Value is not null).Select(point => (point.Step, point.Value!.Value))];
        return new Curve([.. raw.Select((point, i) => (point.Step, Median(raw, Math.Max(0, i - window + 1), i)))]);
    }

    /// <summary>Since when, without a break up to the end, the value has been as asked; null when it is not or not for so long.</summary>
    public long? Since(Func<double, bool> holds, long leastSteps, int leastPoints = Window)
    {
        int first = Points.Count;
        while (first > 0 && holds(Points[first - 1].Value))
        {
            first--;
        }

        return Points.Count - first >= leastPoints && Points[^1].Step - Points[first].Step >= leastSteps ? Points[first].Step : null;
    }

    /// <summary>The value that was known at a step; the first one before it began.</summary>
    public double At(long step)
    {
        double found = Points[0].Value;
        foreach (var point in Points)
        {
            if (point.Step > step)
            {
                break;
            }

            found = point.Value;
        }

        return found;
    }

    /// <summary>The points of the last so many steps.</summary>
    public IReadOnlyList<(long Step, double Value)> Latest(long steps) => [.. Points.Where(point => point.Step > Points[^1].Step - steps)];

    private static double Median(List<(long Step, double Value)> raw, int first, int last)
    {
        double[] window = [.. raw.Skip(first).Take(last - first + 1).Select(point => point.Value).Order()];
        return (window[(window.Length - 1) / 2] + window[window.Length / 2]) / 2;
    }
}
