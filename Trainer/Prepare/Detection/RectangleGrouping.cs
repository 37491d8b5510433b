using System.Runtime.InteropServices;

namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>
/// Joins hits that lie on each other, as OpenCV documents <c>groupRectangles</c>: two hits belong together when their edges
/// differ by less than a part of their size; each class becomes its mean; classes of too few hits go, and so does a weak one
/// inside a strong one.
/// </summary>
internal static class RectangleGrouping
{
    /// <summary>What OpenCV's detector uses.</summary>
    public const double Tolerance = 0.2;

    // A face inside another one stays only when it has nearly as many hits; fewer than this are never enough.
    private const int StrongNeighbours = 3;

    /// <param name="minNeighbours">Smaller classes are dropped; 0 returns the hits as they are.</param>
    public static List<FaceBox> Group(IReadOnlyList<FaceBox> hits, int minNeighbours, double tolerance = Tolerance)
    {
        if (minNeighbours <= 0 || hits.Count == 0)
        {
            return [.. hits];
        }

        List<FaceBox> classes = [.. Means(hits, tolerance).Where(box => box.Neighbours > minNeighbours)];
        return [.. classes.Where((box, i) => !classes.Where((_, j) => j != i).Any(other => Swallows(other, box, tolerance)))
            .OrderBy(box => box.Y).ThenBy(box => box.X).ThenBy(box => box.Width).ThenBy(box => box.Height)];
    }

    private static IEnumerable<FaceBox> Means(IReadOnlyList<FaceBox> hits, double tolerance)
    {
        int[] classOf = Classes(hits, tolerance);
        var sums = new Dictionary<int, (long X, long Y, long Width, long Height, int Count)>();
        for (int i = 0; i < hits.Count; i++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, classOf[i], out _);
            FaceBox hit = hits[i];
            sum = (sum.X + hit.X, sum.Y + hit.Y, sum.Width + hit.Width, sum.Height + hit.Height, sum.Count + 1);
        }

        foreach (var sum in sums.Values)
        {
            yield return new FaceBox(Mean(sum.X, sum.Count), Mean(sum.Y, sum.Count), Mean(sum.Width, sum.Count), Mean(sum.Height, sum.Count), sum.Count);
        }
    }

    // The transitive closure of "lies on", by union-find.
    private static int[] Classes(IReadOnlyList<FaceBox> hits, double tolerance)
    {
        int[] parent = [.. Enumerable.Range(0, hits.Count)];
        for (int i = 0; i < hits.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (LiesOn(hits[i], hits[j], tolerance))
                {
                    parent[Root(parent, i)] = Root(parent, j);
                }
            }
        }

        return [.. Enumerable.Range(0, hits.Count).Select(i => Root(parent, i))];
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }

    private static bool LiesOn(FaceBox a, FaceBox b, double tolerance)
    {
        double delta = tolerance * (Math.Min(a.Width, b.Width) + Math.Min(a.Height, b.Height)) * 0.5;
        return Math.Abs(a.X - b.X) <= delta && Math.Abs(a.Y - b.Y) <= delta
            && Math.Abs(a.Right - b.Right) <= delta && Math.Abs(a.Bottom - b.Bottom) <= delta;
    }

    private static bool Swallows(FaceBox large, FaceBox small, double tolerance)
    {
        int dx = (int)Math.Round(large.Width * tolerance);
        int dy = (int)Math.Round(large.Height * tolerance);
        bool inside = small.X >= large.X - dx && small.Y >= large.Y - dy && small.Right <= large.Right + dx && small.Bottom <= large.Bottom + dy;
        return inside && (large.Neighbours > Math.Max(StrongNeighbours, small.Neighbours) || small.Neighbours < StrongNeighbours);
    }

    private static int Mean(long sum, int count) => (int)MathF.Round(sum * (1f / count));
}
