namespace LatentWalk.Trainer.Painting;

/// <summary>A line of varying width with round ends, kept as points with radii in pixels.</summary>
internal sealed class Stroke
{
    private readonly List<(double X, double Y, double Radius)> _points = [];

    /// <summary>In pixels, in the order in which they are joined.</summary>
    internal IReadOnlyList<(double X, double Y, double Radius)> Points => _points;

    /// <summary>Along the edge of every contour, of one width (in units); each contour becomes a stroke.</summary>
    internal static IEnumerable<Stroke> Around(Shape shape, double width)
    {
        double radius = width * shape.Frame.Scale / 2;
        foreach (IReadOnlyList<(double X, double Y)> contour in shape.Contours)
        {
            var stroke = new Stroke();
            stroke._points.AddRange(contour.Select(p => (p.X, p.Y, radius)));
            stroke._points.Add((contour[0].X, contour[0].Y, radius));
            yield return stroke;
        }
    }

    /// <summary>A straight line of one width (in units).</summary>
    internal static Stroke Line(Frame frame, (double X, double Y) from, (double X, double Y) to, double width)
    {
        var stroke = new Stroke();
        double radius = width * frame.Scale / 2;
        foreach (var (x, y) in new[] { from, to })
        {
            var (px, py) = frame.Map(x, y);
            stroke._points.Add((px, py, radius));
        }

        return stroke;
    }

    /// <summary>A cubic Bézier curve; the width (in units) runs from start over middle to end.</summary>
    internal static Stroke Cubic(
        Frame frame, (double X, double Y) from, (double X, double Y) a, (double X, double Y) b, (double X, double Y) to,
        double start, double middle, double end)
    {
        var stroke = new Stroke();
        double length = Math.Abs(a.X - from.X) + Math.Abs(a.Y - from.Y) + Math.Abs(b.X - a.X) + Math.Abs(b.Y - a.Y) + Math.Abs(to.X - b.X) + Math.Abs(to.Y - b.Y);
        int pieces = Math.Clamp((int)Math.Ceiling(length * frame.Scale / 2.5), 6, 120);
        for (int i = 0; i <= pieces; i++)
        {
            double t = (double)i / pieces;
            double s = 1 - t;
            double p = s * s * s;
            double q = 3 * s * s * t;
            double r = 3 * s * t * t;
            double u = t * t * t;
            var (x, y) = frame.Map(
                (p * from.X) + (q * a.X) + (r * b.X) + (u * to.X), (p * from.Y) + (q * a.Y) + (r * b.Y) + (u * to.Y));
            double width = (start * s * s) + (((4 * middle) - start - end) * s * t) + (end * t * t);
            stroke._points.Add((x, y, Math.Max(0, width) * frame.Scale / 2));
        }

        return stroke;
    }

    /// <summary>A quadratic Bézier curve; see <see cref="Cubic"/>.</summary>
    internal static Stroke Quad(
        Frame frame, (double X, double Y) from, (double X, double Y) control, (double X, double Y) to, double start, double middle, double end) =>
        Cubic(frame, from,
            (from.X + ((control.X - from.X) * 2 / 3), from.Y + ((control.Y - from.Y) * 2 / 3)),
            (to.X + ((control.X - to.X) * 2 / 3), to.Y + ((control.Y - to.Y) * 2 / 3)), to, start, middle, end);
}
