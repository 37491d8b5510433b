using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Which of a checkpoint's two generators: the average over training (better pictures) or the last step's.</summary>
/// <param name="Name">As users write it.</param>
/// <param name="Prefix">Of its tensors.</param>
/// <param name="ProbeImages">The tensor with what the trainer saw it make.</param>
public sealed record WeightSet(string Name, string Prefix, string ProbeImages)
{
    public static WeightSet Ema { get; } = new("ema", TensorNames.GeneratorEmaPrefix, TensorNames.ProbeImages);

    public static WeightSet Raw { get; } = new("raw", TensorNames.GeneratorPrefix, TensorNames.ProbeImagesRaw);

    public static IReadOnlyList<WeightSet> All { get; } = [Ema, Raw];

    /// <summary>The average where the run kept one, else the last step's.</summary>
    public static WeightSet BestOf(SafetensorsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return BestOf(file.Tensors.Keys);
    }

    /// <inheritdoc cref="BestOf(SafetensorsFile)"/>
    /// <param name="tensors">The names of a checkpoint's tensors.</param>
    public static WeightSet BestOf(IEnumerable<string> tensors) =>
        tensors.Any(name => name.StartsWith(Ema.Prefix, StringComparison.Ordinal)) ? Ema : Raw;
}
