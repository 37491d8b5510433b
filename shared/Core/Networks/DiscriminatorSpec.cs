using System.Text.Json.Serialization;

namespace LatentWalk.Core.Networks;

/// <summary>
/// What a discriminator is. Of <c>dcgan</c> each layer is a convolution 4×4, stride 2, padding 1, that halves the side and, after the
/// first, doubles the filters, down to 4×4; then one linear layer gives the logit and, where there are classes, another
/// one theirs (Odena et al. 2017). <c>residual</c> is described by <see cref="ResidualStages"/>.
/// </summary>
public sealed record DiscriminatorSpec
{
    /// <summary>One of <see cref="NetworkKinds"/>.</summary>
    [JsonRequired]
    public string Network { get; init; } = "dcgan";

    /// <summary>Side of the picture in pixels: a power of two.</summary>
    [JsonRequired]
    public int Resolution { get; init; } = 64;

    /// <summary>1 (grey) or 3 (RGB).</summary>
    [JsonRequired]
    public int Channels { get; init; } = 3;

    /// <summary>Filters of the first layer.</summary>
    [JsonRequired]
    public int Width { get; init; } = 64;

    /// <summary>
    /// Blocks at each resolution beyond the one that the network has there; 0 for none. In a dcgan, convolutions 3×3 that keep
    /// side and filters.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Depth { get; init; }

    /// <summary>Batch norm after every convolution but the first.</summary>
    [JsonRequired]
    public bool BatchNorm { get; init; } = true;

    /// <summary>Slope of LeakyReLU below zero; 0 is ReLU.</summary>
    [JsonRequired]
    public float LeakySlope { get; init; } = 0.2f;

    /// <summary>Part of the activations dropped after each convolution while training; 0 for none.</summary>
    [JsonRequired]
    public float Dropout { get; init; }

    /// <summary>Classes that it also tells apart; 0 without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Classes { get; init; }

    /// <summary>Added to the variance in batch norm.</summary>
    [JsonRequired]
    public double BatchNormEpsilon { get; init; } = 1e-5;

    /// <summary><c>residual</c>: most channels at any side. <see cref="Width"/> is that of the whole picture and doubles with each halving up to this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MaxWidth { get; init; }

    /// <summary><c>residual</c>: blocks at each side, 4, 8, … up to the picture's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Blocks { get; init; }

    /// <summary><c>residual</c>: blocks at the side of the whole picture, where each costs most; 0 for as many as <see cref="Blocks"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int TopBlocks { get; init; }

    /// <summary><c>residual</c>: channels that a 3×3 convolution mixes; 1 mixes none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int GroupSize { get; init; }

    /// <summary><c>residual</c>: channels inside a block relative to those outside, rounded to whole groups.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Expansion { get; init; }

    /// <summary><c>dcgan</c>: convolutions, 4 at 64×64.</summary>
    [JsonIgnore]
    public int Layers => int.Log2(Resolution) - 2;

    /// <summary><c>dcgan</c>: filters of layer 1, 2, … <see cref="Layers"/>.</summary>
    public int OutputChannels(int layer) => Width << (layer - 1);

    /// <summary>Every problem of the record; empty when it describes a network.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        NetworkRules.Check(problems, "discriminator", Network, Resolution, Channels, Width, LeakySlope, BatchNormEpsilon);
        ResidualRules.Check(problems, "discriminator", Network, BatchNorm, Depth, ResidualStages.Of(this));
        NetworkRules.CheckClasses(problems, "discriminator", Classes);
        NetworkRules.CheckDepth(problems, "discriminator", Depth);
        if (Network == NetworkKinds.Residual && Dropout != 0)
        {
            problems.Add($"discriminator dropout is {Dropout}, but network '{Network}' has none; expected 0");
        }

        if (!(Dropout >= 0 && Dropout < 1))
        {
            problems.Add($"discriminator dropout is {Dropout}; expected 0 up to, but not, 1");
        }

        return problems;
    }
}
