namespace LatentWalk.Core.Onnx;

/// <summary>How far a generator file's pictures were from others of the same latents when it was written.</summary>
/// <param name="Maximum">Largest difference on [-1, 1].</param>
/// <param name="Mean">Mean difference on [-1, 1].</param>
/// <param name="Images">Latents compared.</param>
public sealed record ParityRecord(float Maximum, float Mean, int Images)
{
    /// <summary>Largest difference in 8-bit levels; null in files from before this was measured.</summary>
    public int? Levels { get; init; }

    /// <summary>Share of 8-bit levels that are not the same, 0 to 1; null in files from before this was measured.</summary>
    public float? Changed { get; init; }

    /// <summary>Such as "2.7e-6 at most, 1.8e-7 on average; 0 of 255 levels, 0.01 % of them changed; 8 latents".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Maximum:0.0e-0} at most, {Mean:0.0e-0} on average; {(Levels is int levels ? $"{levels} of 255 levels, {Changed:0.###%} of them changed; " : "")}{Images} latents");
}
