namespace LatentWalk.Walking;

/// <summary>Which of the generator's directions the three axes of flight follow, counted from 0.</summary>
public readonly record struct AxisTriple(int Forward, int Right, int Third)
{
    public static AxisTriple First { get; } = new(0, 1, 2);

    public int this[int axis] => axis switch
    {
        0 => Forward,
        1 => Right,
        _ => Third,
    };

    /// <summary>All three moved on by <paramref name="by"/> among <paramref name="count"/> directions.</summary>
    public AxisTriple Shift(int by, int count) => count == 0
        ? this
        : new AxisTriple(Wrap(Forward + by, count), Wrap(Right + by, count), Wrap(Third + by, count));

    /// <summary>One axis moved to the next direction that the other two do not follow.</summary>
    public AxisTriple Next(int axis, int count)
    {
        if (count <= 3)
        {
            return this;
        }

        int direction = this[axis];
        do
        {
            direction = Wrap(direction + 1, count);
        }
        while (direction == this[(axis + 1) % 3] || direction == this[(axis + 2) % 3]);
        return axis switch
        {
            0 => this with { Forward = direction },
            1 => this with { Right = direction },
            _ => this with { Third = direction },
        };
    }

    private static int Wrap(int value, int count) => ((value % count) + count) % count;
}
