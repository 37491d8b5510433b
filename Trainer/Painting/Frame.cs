using LatentWalk.Core.Numerics;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// Maps drawing units to pixels. A picture is 100 units wide and high, x to the right, y down; everything is drawn in
/// units, so the description of a face knows nothing about its size.
/// </summary>
internal readonly record struct Frame(double XX, double XY, double YX, double YY, double X0, double Y0)
{
    /// <summary>Pixels to a unit.</summary>
    internal double Scale => Math.Sqrt((XX * XX) + (YX * YX));

    /// <summary>The whole picture.</summary>
    internal static Frame Of(int size) => new(size / 100.0, 0, 0, size / 100.0, 0, 0);

    internal (double X, double Y) Map(double x, double y) => ((XX * x) + (XY * y) + X0, (YX * x) + (YY * y) + Y0);

    /// <summary>Drawing in the result is turned (clockwise, in turns) and enlarged about a point, and then moved.</summary>
    internal Frame Placed(double aboutX, double aboutY, double turns, double scale, double moveX, double moveY)
    {
        var (sin, cos) = StableMath.SinCosTurns(turns);
        double a = scale * cos;
        double b = -scale * sin;
        double c = scale * sin;
        double d = scale * cos;
        double e = aboutX + moveX - (a * aboutX) - (b * aboutY);
        double f = aboutY + moveY - (c * aboutX) - (d * aboutY);
        return new Frame(
            (XX * a) + (XY * c), (XX * b) + (XY * d), (YX * a) + (YY * c), (YX * b) + (YY * d),
            (XX * e) + (XY * f) + X0, (YX * e) + (YY * f) + Y0);
    }

    /// <summary>Drawing in the result is mirrored about x = <paramref name="axis"/>.</summary>
    internal Frame Mirrored(double axis = 50) =>
        new(-XX, XY, -YX, YY, X0 + (2 * axis * XX), Y0 + (2 * axis * YX));

    /// <summary>Drawing in the result is moved.</summary>
    internal Frame Moved(double x, double y) => this with { X0 = X0 + (XX * x) + (XY * y), Y0 = Y0 + (YX * x) + (YY * y) };
}
