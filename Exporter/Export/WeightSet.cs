using LatentWalk.Core.Networks;

namespace LatentWalk.Exporter.Export;

/// <summary>Which of a checkpoint's two generators: the average over training (better pictures) or the last step's.</summary>
internal sealed record WeightSet(string Name, string Prefix, string ProbeImages)
{
    public static WeightSet Ema { get; } = new("ema", TensorNames.GeneratorEmaPrefix, TensorNames.ProbeImages);

    public static WeightSet Raw { get; } = new("raw", TensorNames.GeneratorPrefix, TensorNames.ProbeImagesRaw);

    public static IReadOnlyList<WeightSet> All { get; } = [Ema, Raw];
}
