namespace LatentWalk.Core.Numerics;

/// <summary>
/// Elementary functions from additions, multiplications, divisions and square roots only. IEEE 754 fixes those to the
/// last bit, so the results are the same on every machine; <see cref="Math"/> asks the system's C library, which is not.
/// Errors stay below 4e-16 relative to the larger of the result and 1, on the stated domains.
/// </summary>
public static class StableMath
{
    private const double Ln2 = 0.693147180559945309417;
    private const double Sqrt2 = 1.41421356237309504880;
    private const double HalfPi = 1.57079632679489661923;

    /// <summary>Natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > Sqrt2)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), and the argument is at most 0.1716.
        double s = (mantissa - 1) / (mantissa + 1);
        double q = s * s;
        double sum = 1.0 / 23;
        for (int n = 21; n >= 1; n -= 2)
        {
            sum = (sum * q) + Odd[n >> 1];
        }

        return (exponent * Ln2) + (2 * s * sum);
    }

    /// <summary>Sine and cosine of an angle in radians, |angle| up to about 1e6.</summary>
    public static (double Sin, double Cos) SinCos(double radians)
    {
        double turns = radians / (2 * HalfPi * 2);
        return SinCosTurns(turns);
    }

    /// <summary>Sine and cosine of an angle counted in full turns: exact at quarters of a turn.</summary>
    public static (double Sin, double Cos) SinCosTurns(double turns)
    {
        turns -= Math.Floor(turns);
        int quadrant = (int)Math.Floor((turns * 4) + 0.5);
        double x = ((turns * 4) - quadrant) * HalfPi;
        double q = x * x;
        double sin = x * (1 + (q * ((-1.0 / 6) + (q * ((1.0 / 120) + (q * ((-1.0 / 5040) + (q * ((1.0 / 362880)
            + (q * ((-1.0 / 39916800) + (q * ((1.0 / 6227020800) + (q * (-1.0 / 1307674368000)))))))))))))));
        double cos = 1 + (q * (-0.5 + (q * ((1.0 / 24) + (q * ((-1.0 / 720) + (q * ((1.0 / 40320) + (q * ((-1.0 / 3628800)
            + (q * ((1.0 / 479001600) + (q * ((-1.0 / 87178291200) + (q * (1.0 / 20922789888000))))))))))))))));
        return (quadrant & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>The angle of the point (x, y) in radians, in (-π, π]; 0 for the origin.</summary>
    public static double Atan2(double y, double x)
    {
        double ax = Math.Abs(x);
        double ay = Math.Abs(y);
        if (ax == 0 && ay == 0)
        {
            return 0;
        }

        double angle = ay <= ax ? AtanUnit(ay / ax) : HalfPi - AtanUnit(ax / ay);
        if (x < 0)
        {
            angle = (2 * HalfPi) - angle;
        }

        return y < 0 ? -angle : angle;
    }

    // t in [0, 1]. Halving the angle twice, atan t = 2 atan(t / (1 + sqrt(1 + t²))), leaves t at most 0.199.
    private static double AtanUnit(double t)
    {
        t /= 1 + Math.Sqrt(1 + (t * t));
        t /= 1 + Math.Sqrt(1 + (t * t));
        double q = t * t;
        double sum = 1.0 / 23;
        for (int n = 21; n >= 1; n -= 2)
        {
            sum = Odd[n >> 1] - (sum * q);
        }

        return 4 * t * sum;
    }

    // 1 / (2 i + 1)
    private static readonly double[] Odd =
        [1.0, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21];
}
