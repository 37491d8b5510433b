using System.Globalization;

namespace LatentWalk.Trainer.Report;

/// <summary>From a value to its height in a plot, and where the lines of the grid are.</summary>
internal sealed class PlotScale
{
    private const int LinesWanted = 4;
    private const int MostDecades = 6;
    private const double FewDecades = 2.2;

    private readonly double _low;
    private readonly double _high;
    private readonly bool _logarithmic;

    public PlotScale(double low, double high, bool logarithmic)
    {
        _logarithmic = logarithmic;
        (_low, _high) = logarithmic ? (Math.Log10(low), Math.Log10(high)) : (low, high);
        if (_high - _low < 1e-12)
        {
            double half = 0.5 * Math.Max(Math.Abs(_low), 1e-3);
            (_low, _high) = (_low - half, _high + half);
        }
    }

    /// <summary>0 at the bottom, 1 at the top.</summary>
    public double Part(double value) => ((_logarithmic ? Math.Log10(Math.Max(value, double.Epsilon)) : value) - _low) / (_high - _low);

    /// <summary>Round values within the scale.</summary>
    public IEnumerable<double> Ticks()
    {
        if (_logarithmic)
        {
            int stride = 1 + ((int)(_high - _low) / MostDecades);
            int[] within = _high - _low <= FewDecades ? [1, 2, 5] : [1];
            for (int power = (int)Math.Floor(_low); power <= _high; power += stride)
            {
                foreach (int digit in within)
                {
                    double tick = digit * Math.Pow(10, power);
                    if (Math.Log10(tick) >= _low && Math.Log10(tick) <= _high)
                    {
                        yield return tick;
                    }
                }
            }

            yield break;
        }

        double rough = (_high - _low) / LinesWanted;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = (rough / unit) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * unit;
        for (double tick = Math.Ceiling(_low / step) * step; tick <= _high + (step * 1e-6); tick += step)
        {
            yield return Math.Abs(tick) < step * 1e-6 ? 0 : tick;
        }
    }

    /// <summary>Short.</summary>
    public static string Text(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 10_000 => value.ToString("0.#e0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        >= 0.001 => value.ToString("0.####", CultureInfo.InvariantCulture),
        _ => value.ToString("0.#e0", CultureInfo.InvariantCulture),
    };
}
