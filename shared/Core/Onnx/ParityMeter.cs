using LatentWalk.Core.Pixels;

namespace LatentWalk.Core.Onnx;

/// <summary>Adds up differences between pictures in [-1, 1], picture by picture.</summary>
public sealed class ParityMeter
{
    private double _largest;
    private double _sum;
    private int _levels;
    private long _changed;
    private long _values;
    private int _images;

    /// <param name="expected">Values of some pictures; what is beyond [-1, 1] is clamped, as generator files do.</param>
    /// <param name="actual">As many, in [-1, 1].</param>
    /// <param name="images">How many pictures these are.</param>
    public void Add(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, int images)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(actual.Length, expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs((double)Math.Clamp(expected[i], -1f, 1f) - actual[i]);

            // Math.Max passes on what is not a number, and that is above every bound.
            _largest = Math.Max(_largest, difference);
            _sum += difference;
            int levels = Math.Abs(PixelConversion.ToLevel(expected[i]) - PixelConversion.ToLevel(actual[i]));
            _levels = Math.Max(_levels, levels);
            _changed += levels == 0 ? 0 : 1;
        }

        _values += expected.Length;
        _images += images;
    }

    /// <summary>
    /// Rounded up to two digits: a file's bytes do not hang on the last bit of a machine's arithmetic.
    /// </summary>
    public ParityRecord Result() => new(RoundUp(_largest), RoundUp(_sum / _values), _images)
    {
        Levels = _levels,
        Changed = RoundUp((double)_changed / _values),
    };

    private static float RoundUp(double value)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            return (float)value;
        }

        // A power of ten that is a whole number, so that both directions are exact enough to round.
        int digits = 1 - (int)Math.Floor(Math.Log10(value));
        double scale = Math.Pow(10, Math.Abs(digits));
        double two = Math.Ceiling(digits >= 0 ? value * scale : value / scale);
        return (float)(digits >= 0 ? two / scale : two * scale);
    }
}
