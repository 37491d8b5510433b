using System.Numerics;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>Sixty-four faces at once, row by row. Moving the cursor makes a new one that shares the cells.</summary>
/// <param name="Spacing">Radians between neighbours; 0 for seeds.</param>
/// <param name="Earlier">The grid that was zoomed from.</param>
public sealed record Grid(GridKind Kind, Waypoint[] Cells, int Cursor, float Spacing = 0, Grid? Earlier = null)
{
    public const int Columns = 8;
    public const int Count = Columns * Columns;

    /// <summary>The cell of the grid of neighbours that is the place itself.</summary>
    public const int Centre = 4 * Columns + 4;

    /// <summary>The faces around <paramref name="place"/>: up is forward, right is right, <paramref name="spacing"/> radians apart.</summary>
    public static Grid Around(Waypoint place, IReadOnlyList<Direction> directions, float spacing)
    {
        Chart chart = Chart.At(place, directions);
        Waypoint[] cells = new Waypoint[Count];
        for (int cell = 0; cell < Count; cell++)
        {
            float forward = (Centre / Columns - cell / Columns) * spacing;
            float right = (cell % Columns - Centre % Columns) * spacing;
            if (cell == Centre)
            {
                cells[cell] = place;
                continue;
            }

            float[] z = new float[place.Z.Length];
            chart.WriteLatent(Pose.Start.Turn(new Vector3(forward, right, 0)), z);
            cells[cell] = new Waypoint(z);
        }

        return new Grid(GridKind.Neighbours, cells, Centre, spacing);
    }

    public static Grid OfSeeds(ReadOnlySpan<ulong> seeds, int zdim)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seeds.Length, Count, nameof(seeds));
        Waypoint[] cells = new Waypoint[Count];
        for (int cell = 0; cell < Count; cell++)
        {
            cells[cell] = Waypoint.OfSeed(seeds[cell], zdim);
        }

        return new Grid(GridKind.Seeds, cells, 0);
    }

    /// <summary>The cursor one step on; it stops at the edges.</summary>
    public Grid Move(int right, int down) => this with
    {
        Cursor = Math.Clamp(Cursor / Columns + down, 0, Columns - 1) * Columns
            + Math.Clamp(Cursor % Columns + right, 0, Columns - 1),
    };
}
