namespace LatentWalk.Core.Networks;

/// <summary>
/// The names of all tensors, spelled once, as PyTorch's <c>state_dict</c> has them. In a checkpoint each set carries a
/// prefix that says whose it is.
/// </summary>
public static class TensorNames
{
    public const string GeneratorPrefix = "generator.";
    public const string GeneratorEmaPrefix = "generator_ema.";
    public const string DiscriminatorPrefix = "discriminator.";
    public const string GeneratorOptimizerPrefix = "optimizer_g.";
    public const string DiscriminatorOptimizerPrefix = "optimizer_d.";

    /// <summary>Optimiser state of parameter P is "optimizer_g.P.exp_avg" and so on.</summary>
    public const string ExpAvgSuffix = ".exp_avg";
    public const string ExpAvgSqSuffix = ".exp_avg_sq";
    public const string StepSuffix = ".step";

    /// <summary>float32 [N, zdim]: latents that were run through the generator when the checkpoint was written.</summary>
    public const string ProbeLatents = "probe.z";

    /// <summary>float32 [N, classes]: the conditions that went with <see cref="ProbeLatents"/>; only where there are classes.</summary>
    public const string ProbeConditions = "probe.c";

    /// <summary>float32 [N, C, H, W]: what the EMA generator made of <see cref="ProbeLatents"/>.</summary>
    public const string ProbeImages = "probe.image";

    /// <summary>float32 [N, C, H, W]: what the raw generator made of <see cref="ProbeLatents"/>.</summary>
    public const string ProbeImagesRaw = "probe.image_raw";

    public const string Weight = ".weight";
    public const string Bias = ".bias";
    public const string RunningMean = ".running_mean";
    public const string RunningVar = ".running_var";
    public const string BatchesTracked = ".num_batches_tracked";

    /// <summary>The last layer of the discriminator.</summary>
    public const string Logit = "logit";

    /// <summary>The layer of the discriminator that tells classes.</summary>
    public const string ClassLogits = "classes";

    /// <summary>Transposed convolution of the generator, counted from 1.</summary>
    public static string TransposedConvolution(int layer) => $"tconv{layer}";

    /// <summary>Convolution of the discriminator, counted from 1.</summary>
    public static string Convolution(int layer) => $"conv{layer}";

    /// <summary>Further convolution after the layer of that number in either network, counted from 1.</summary>
    public static string Convolution(int layer, int further) => $"conv{layer}_{further}";

    /// <summary>Batch norm after a further convolution.</summary>
    public static string BatchNorm(int layer, int further) => $"bn{layer}_{further}";

    /// <summary>Batch norm after the convolution of the same number, in either network.</summary>
    public static string BatchNorm(int layer) => $"bn{layer}";

    /// <summary>Whether a layer's batch norm exists; where it does the convolution has no bias.</summary>
    public static bool HasBatchNorm(GeneratorSpec spec, int layer) => spec.BatchNorm && layer < spec.Layers;

    /// <inheritdoc cref="HasBatchNorm(GeneratorSpec, int)"/>
    public static bool HasBatchNorm(DiscriminatorSpec spec, int layer) => spec.BatchNorm && layer > 1;

    /// <summary>Every tensor of a generator with its shape, in the order of the layers.</summary>
    public static IReadOnlyList<(string Name, long[] Shape)> Of(GeneratorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Network switch
        {
            NetworkKinds.Dcgan => DcganTensors.Of(spec),
            NetworkKinds.Residual => ResidualTensors.Of(spec),
            NetworkKinds.Skip => SkipTensors.Of(spec),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
        };
    }

    /// <summary>Every tensor of a discriminator with its shape, in the order of the layers.</summary>
    public static IReadOnlyList<(string Name, long[] Shape)> Of(DiscriminatorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Network switch
        {
            NetworkKinds.Dcgan => DcganTensors.Of(spec),
            NetworkKinds.Residual => ResidualTensors.Of(spec),
            NetworkKinds.Skip => SkipTensors.Of(spec),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
        };
    }
}
