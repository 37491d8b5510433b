using LatentWalk.Core.Numerics;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// Closed outlines made of lines and Bézier curves, given in units and kept as polygons in pixels. Contours are wound
/// the same way; one inside another the other way is a hole.
/// </summary>
internal sealed class Shape(Frame frame)
{
    private readonly List<List<(double X, double Y)>> _contours = [];
    private double _x;
    private double _y;

    /// <summary>Polygons in pixels; the last point joins the first.</summary>
    internal IReadOnlyList<IReadOnlyList<(double X, double Y)>> Contours => _contours;

    internal Frame Frame => frame;

    internal static Shape Ellipse(Frame frame, double x, double y, double rx, double ry) => new Shape(frame).Oval(x, y, rx, ry);

    internal Shape Move(double x, double y)
    {
        _contours.Add([frame.Map(x, y)]);
        (_x, _y) = (x, y);
        return this;
    }

    internal Shape Line(double x, double y)
    {
        _contours[^1].Add(frame.Map(x, y));
        (_x, _y) = (x, y);
        return this;
    }

    internal Shape Quad(double cx, double cy, double x, double y) => Cubic(
        _x + ((cx - _x) * 2 / 3), _y + ((cy - _y) * 2 / 3), x + ((cx - x) * 2 / 3), y + ((cy - y) * 2 / 3), x, y);

    internal Shape Cubic(double ax, double ay, double bx, double by, double x, double y)
    {
        int pieces = Pieces(Math.Abs(ax - _x) + Math.Abs(ay - _y) + Math.Abs(bx - ax) + Math.Abs(by - ay) + Math.Abs(x - bx) + Math.Abs(y - by));
        for (int i = 1; i <= pieces; i++)
        {
            double t = (double)i / pieces;
            double s = 1 - t;
            double p = s * s * s;
            double q = 3 * s * s * t;
            double r = 3 * s * t * t;
            double u = t * t * t;
            _contours[^1].Add(frame.Map((p * _x) + (q * ax) + (r * bx) + (u * x), (p * _y) + (q * ay) + (r * by) + (u * y)));
        }

        (_x, _y) = (x, y);
        return this;
    }

    internal Shape Oval(double x, double y, double rx, double ry)
    {
        int pieces = Math.Max(12, Pieces(4 * (rx + ry)));
        var contour = new List<(double, double)>(pieces);
        for (int i = 0; i < pieces; i++)
        {
            var (sin, cos) = StableMath.SinCosTurns((double)i / pieces);
            contour.Add(frame.Map(x + (rx * cos), y + (ry * sin)));
        }

        _contours.Add(contour);
        return this;
    }

    internal static Shape Polygon(Frame frame, params ReadOnlySpan<(double X, double Y)> corners)
    {
        Shape shape = new Shape(frame).Move(corners[0].X, corners[0].Y);
        foreach (var (x, y) in corners[1..])
        {
            shape.Line(x, y);
        }

        return shape;
    }

    /// <summary>The same outlines somewhere else, in units of the frame.</summary>
    internal Shape Moved(double x, double y) =>
        MovedPixels((frame.XX * x) + (frame.XY * y), (frame.YX * x) + (frame.YY * y));

    /// <summary>The same outlines somewhere else, whichever way the frame is turned.</summary>
    internal Shape MovedPixels(double dx, double dy)
    {
        var moved = new Shape(frame);
        moved._contours.AddRange(_contours.Select(c => c.ConvertAll(p => (p.X + dx, p.Y + dy))));
        return moved;
    }

    // About one piece every two pixels, so that a curve looks like one at any size.
    private int Pieces(double units) => Math.Clamp((int)Math.Ceiling(units * frame.Scale / 2.5), 4, 160);
}
