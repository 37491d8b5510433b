using System.Numerics;

namespace LatentWalk.Trainer.Painting;

/// <summary>How much of each pixel something covers, 0 to 1; all zero outside of its bounds.</summary>
internal sealed class Mask
{
    private readonly int _size;

    // Two more columns take what edges at the right border pass on.
    private readonly float[] _cells;

    internal Mask(int size)
    {
        _size = size;
        _cells = new float[(size + 2) * size];
        (Left, Top) = (size, size);
    }

    /// <summary>The covered columns and rows: first and one past the last.</summary>
    internal int Left { get; private set; }

    internal int Top { get; private set; }

    internal int Right { get; private set; }

    internal int Bottom { get; private set; }

    /// <summary>A row of as many pixels as the picture is wide.</summary>
    internal ReadOnlySpan<float> Row(int y) => _cells.AsSpan(y * (_size + 2), _size);

    internal void Clear()
    {
        for (int y = Top; y < Bottom; y++)
        {
            _cells.AsSpan((y * (_size + 2)) + Left, Math.Max(0, Math.Min(Right, _size) + 2 - Left)).Clear();
        }

        (Left, Top, Right, Bottom) = (_size, _size, 0, 0);
    }

    /// <summary>
    /// Fills polygons exactly: each edge adds the signed area between itself and the right border to the cells it
    /// crosses, as differences along the row; the running sum is the coverage. The mask must be clear.
    /// </summary>
    internal void Fill(Shape shape)
    {
        foreach (IReadOnlyList<(double X, double Y)> contour in shape.Contours)
        {
            for (int i = 0; i < contour.Count; i++)
            {
                var (ax, ay) = contour[i];
                var (bx, by) = contour[(i + 1) % contour.Count];
                Grow(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
                Edge(ax, ay, bx, by);
            }
        }

        for (int y = Top; y < Bottom; y++)
        {
            Span<float> row = _cells.AsSpan(y * (_size + 2), _size + 2);
            float sum = 0;
            for (int x = Left; x < Right; x++)
            {
                sum += row[x];
                row[x] = Math.Min(1f, Math.Abs(sum));
            }

            row[Right..].Clear();
        }
    }

    /// <summary>Joins a line with what is covered already: the larger coverage counts.</summary>
    internal void Join(Stroke stroke)
    {
        for (int i = 0; i + 1 < stroke.Points.Count; i++)
        {
            var (ax, ay, ar) = stroke.Points[i];
            var (bx, by, br) = stroke.Points[i + 1];
            Segment(ax, ay, ar, bx, by, br);
        }
    }

    private void Edge(double ax, double ay, double bx, double by)
    {
        if (ay == by)
        {
            return;
        }

        double sign = ay < by ? 1 : -1;
        if (sign < 0)
        {
            (ax, ay, bx, by) = (bx, by, ax, ay);
        }

        double slope = (bx - ax) / (by - ay);
        int first = Math.Max(0, (int)Math.Floor(ay));
        int last = Math.Min(_size - 1, (int)Math.Ceiling(by) - 1);
        for (int y = first; y <= last; y++)
        {
            double top = Math.Max(ay, y);
            double bottom = Math.Min(by, y + 1);
            if (bottom > top)
            {
                double x0 = ax + ((top - ay) * slope);
                double x1 = ax + ((bottom - ay) * slope);
                Span(y, Math.Clamp(Math.Min(x0, x1), 0, _size), Math.Clamp(Math.Max(x0, x1), 0, _size), sign * (bottom - top));
            }
        }
    }

    // A piece of an edge within row y from column x0 to x1; height carries the sign. Cell x gets the part of the height
    // that has been passed by its right border, less what the cells before it got.
    private void Span(int y, double x0, double x1, double height)
    {
        Span<float> row = _cells.AsSpan(y * (_size + 2), _size + 2);
        int first = (int)x0;
        double width = x1 - x0;
        double given = 0;
        for (int x = first; ; x++)
        {
            // The area to the right of the piece within this cell.
            double area;
            if (x + 1 >= x1)
            {
                double covered = width <= 0 ? 1 : (x1 - Math.Max(x, x0)) / width;
                double middle = (Math.Max(x, x0) + x1) / 2;
                double before = 1 - covered;
                area = (before + (covered * (x + 1 - middle))) * height;
                row[x] += (float)(area - given);
                row[x + 1] += (float)(height - area);
                return;
            }

            double start = Math.Max(x, x0);
            double part = (x + 1 - start) / width;
            double passed = (start - x0) / width;
            area = (passed + (part * (x + 1 - ((start + x + 1) / 2)))) * height;
            row[x] += (float)(area - given);
            given = area;
        }
    }

    private void Segment(double ax, double ay, double ar, double bx, double by, double br)
    {
        double reach = Math.Max(ar, br) + 0.5;
        double left = Math.Min(ax, bx) - reach;
        double top = Math.Min(ay, by) - reach;
        double right = Math.Max(ax, bx) + reach;
        double bottom = Math.Max(ay, by) + reach;
        Grow(left, top, right, bottom);
        double dx = bx - ax;
        double dy = by - ay;
        double squared = (dx * dx) + (dy * dy);
        Span<double> steps = stackalloc double[Vector<double>.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = i + 0.5;
        }

        var centres = new Vector<double>(steps);
        for (int y = Math.Max(0, (int)top); y < Math.Min(_size, (int)Math.Ceiling(bottom)); y++)
        {
            Span<float> row = _cells.AsSpan(y * (_size + 2), _size);
            var (from, to) = Reached(y + 0.5, reach, left, right, ax, ay, dx, dy);
            double py = y + 0.5 - ay;
            int x = from;
            for (; x + Vector<float>.Count <= to; x += Vector<float>.Count)
            {
                var low = Cover(centres + new Vector<double>(x), py, ax, ar, br, dx, dy, squared);
                var high = Cover(centres + new Vector<double>(x + Vector<double>.Count), py, ax, ar, br, dx, dy, squared);
                Vector.Max(new Vector<float>(row[x..]), Vector.Narrow(low, high)).CopyTo(row[x..]);
            }

            for (; x < to; x++)
            {
                double px = x + 0.5 - ax;
                double t = squared > 0 ? Math.Clamp(((px * dx) + (py * dy)) / squared, 0, 1) : 0;
                double ex = px - (t * dx);
                double ey = py - (t * dy);
                double radius = ar + ((br - ar) * t);
                double cover = radius + 0.5 - Math.Sqrt((ex * ex) + (ey * ey));

                // A line thinner than a pixel never covers one whole.
                cover = Math.Min(cover, Math.Min(1, 2 * radius));
                row[x] = Math.Max(row[x], (float)cover);
            }
        }
    }

    // Columns of a row (given by its middle) that the segment may reach: it is cut to the rows around, and widened.
    private (int From, int To) Reached(double middle, double reach, double left, double right, double ax, double ay, double dx, double dy)
    {
        if (dy != 0)
        {
            double first = Math.Clamp((middle - reach - ay) / dy, 0, 1);
            double last = Math.Clamp((middle + reach - ay) / dy, 0, 1);
            left = Math.Min(ax + (first * dx), ax + (last * dx)) - reach - 1;
            right = Math.Max(ax + (first * dx), ax + (last * dx)) + reach + 1;
        }

        return (Math.Clamp((int)left, 0, _size), Math.Clamp((int)Math.Ceiling(right), 0, _size));
    }

    // The same steps as for one pixel, for several: the same bits, since each is one IEEE operation.
    private static Vector<double> Cover(Vector<double> x, double py, double ax, double ar, double br, double dx, double dy, double squared)
    {
        var px = x - new Vector<double>(ax);
        var t = squared > 0
            ? Vector.Min(Vector.Max(((px * dx) + new Vector<double>(py * dy)) / new Vector<double>(squared), Vector<double>.Zero), Vector<double>.One)
            : Vector<double>.Zero;
        var ex = px - (t * dx);
        var ey = new Vector<double>(py) - (t * dy);
        var radius = new Vector<double>(ar) + (t * (br - ar));
        var cover = radius + new Vector<double>(0.5) - Vector.SquareRoot((ex * ex) + (ey * ey));
        return Vector.Min(cover, Vector.Min(Vector<double>.One, radius * 2));
    }

    private void Grow(double left, double top, double right, double bottom)
    {
        Left = Math.Min(Left, Math.Clamp((int)Math.Floor(left), 0, _size));
        Top = Math.Min(Top, Math.Clamp((int)Math.Floor(top), 0, _size));
        Right = Math.Max(Right, Math.Clamp((int)Math.Ceiling(right), 0, _size));
        Bottom = Math.Max(Bottom, Math.Clamp((int)Math.Ceiling(bottom), 0, _size));
    }
}
