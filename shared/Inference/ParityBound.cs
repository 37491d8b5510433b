using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>How far a variant's pictures may be from the network's; beyond it no file is written.</summary>
/// <param name="Maximum">Largest difference on [-1, 1]; null where levels are counted.</param>
/// <param name="Levels">Largest difference in 8-bit levels.</param>
/// <param name="Mean">Mean difference on [-1, 1].</param>
public sealed record ParityBound(float? Maximum, int Levels, float Mean)
{
    /// <remarks>
    /// float32 in another order of summation differs by about 1e-6. float16 has 11 bits: 1e-3 in the worst picture of a trained
    /// network. int8 has 7 bits a weight: single pixels at edges move far, the picture as a whole does not.
    /// </remarks>
    public static ParityBound Of(Precision precision) => precision switch
    {
        Precision.Full => new(1e-4f, 1, 1e-4f),
        Precision.Int8Weights => new(null, 32, 4f / 255),
        _ => new(null, 2, 2f / 255),
    };

    public bool Holds(ParityRecord parity)
    {
        ArgumentNullException.ThrowIfNull(parity);
        // What is not a number is above every bound.
        return (Maximum is null || parity.Maximum <= Maximum) && parity.Maximum <= 2 && parity.Levels <= Levels && parity.Mean <= Mean;
    }

    /// <summary>Such as "0.0001" or "2 of 255 levels".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(Maximum is float maximum ? $"{maximum:g3}" : $"{Levels} of 255 levels")} and {Mean:g3} on average");
}
