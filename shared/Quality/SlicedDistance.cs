namespace LatentWalk.Quality;

/// <summary>
/// The distance between two clouds of points as seen from random sides (Rabin et al. 2011, "Wasserstein barycenter and its application to
/// texture mixing"): on each line through the origin the points are sorted and the mean distance of equal ranks is taken.
/// </summary>
internal static class SlicedDistance
{
    // Directions that a thread projects on at once.
    private const int Group = 8;
    private const int Block = 128;

    /// <summary>[count, width] unit vectors, uniform on the sphere.</summary>
    public static RowMatrix Directions(int count, int width, ulong seed, QualityDraw draw, int index)
    {
        var directions = new RowMatrix(count, width);
        var random = draw.Of(seed, index);
        for (int row = 0; row < count; row++)
        {
            var direction = directions[row];
            random.FillNormal(direction);
            float scale = (float)(1 / Math.Sqrt(RowMatrix.Square(direction)));
            foreach (ref float value in direction)
            {
                value *= scale;
            }
        }

        return directions;
    }

    /// <summary>Mean over the directions. Both clouds have as many points.</summary>
    public static double Between(RowMatrix a, RowMatrix b, RowMatrix directions, ParallelOptions threads)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Rows, b.Rows);
        var distances = new double[directions.Rows];
        int groups = (directions.Rows + Group - 1) / Group;
        Parallel.For(0, groups, threads, () => (A: new float[Group * a.Rows], B: new float[Group * a.Rows], Spare: new float[a.Rows], Part: new float[Group * Block]), (group, _, room) =>
        {
            int first = group * Group, count = Math.Min(Group, directions.Rows - first);
            Project(directions, first, count, a, room.Part, room.A);
            Project(directions, first, count, b, room.Part, room.B);
            for (int k = 0; k < count; k++)
            {
                var x = room.A.AsSpan(k * a.Rows, a.Rows);
                var y = room.B.AsSpan(k * a.Rows, a.Rows);
                FloatSort.Sort(x, room.Spare);
                FloatSort.Sort(y, room.Spare);
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += Math.Abs(x[i] - y[i]);
                }

                distances[first + k] = sum / x.Length;
            }

            return room;
        }, _ => { });
        return distances.Sum() / distances.Length;
    }

    private static void Project(RowMatrix directions, int first, int count, RowMatrix points, float[] part, float[] projected)
    {
        for (int at = 0; at < points.Rows; at += Block)
        {
            int columns = Math.Min(Block, points.Rows - at);
            DotProducts.Multiply(directions.Padded(first, count), count, points.Padded(at, columns), columns, points.Stride, part);
            for (int k = 0; k < count; k++)
            {
                part.AsSpan(k * columns, columns).CopyTo(projected.AsSpan((k * points.Rows) + at));
            }
        }
    }
}
