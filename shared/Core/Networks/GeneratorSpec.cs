using System.Text.Json.Serialization;

namespace LatentWalk.Core.Networks;

/// <summary>
/// What a generator is. The network is rebuilt from this record and the tensors alone. Of <c>dcgan</c> layer 1 is a transposed
/// convolution 4×4, stride 1, no padding, from [zdim + classes, 1, 1] to 4×4; each further one, 4×4, stride 2, padding 1, doubles
/// the side and halves the filters, the last one ends in <see cref="Channels"/>. <c>residual</c>
/// is described by <see cref="ResidualStages"/>.
/// </summary>
public sealed record GeneratorSpec
{
    /// <summary>One of <see cref="NetworkKinds"/>.</summary>
    [JsonRequired]
    public string Network { get; init; } = "dcgan";

    /// <summary>Dimensions of the latent.</summary>
    [JsonRequired]
    public int ZDim { get; init; } = 100;

    /// <summary>
    /// Classes that a picture can be asked of; 0 without any. The condition c, one weight for each class, follows z in the
    /// first layer's input.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Classes { get; init; }

    /// <summary>Side of the picture in pixels: a power of two.</summary>
    [JsonRequired]
    public int Resolution { get; init; } = 64;

    /// <summary>1 (grey) or 3 (RGB).</summary>
    [JsonRequired]
    public int Channels { get; init; } = 3;

    /// <summary>Filters of the last hidden layer; the first of <c>dcgan</c> has Width · Resolution / 8.</summary>
    [JsonRequired]
    public int Width { get; init; } = 64;

    /// <summary>
    /// Blocks at each resolution beyond the one that the network has there; 0 for none. In a dcgan, convolutions 3×3 that keep
    /// side and filters, at all resolutions but the picture's.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Depth { get; init; }

    /// <summary>Batch norm after every layer but the last.</summary>
    [JsonRequired]
    public bool BatchNorm { get; init; } = true;

    /// <summary>Slope of LeakyReLU below zero; 0 is ReLU.</summary>
    [JsonRequired]
    public float LeakySlope { get; init; }

    /// <summary>Tanh at the output; without it the output is linear and clamped when it becomes pixels.</summary>
    [JsonRequired]
    public bool Tanh { get; init; } = true;

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

    /// <summary><c>skip</c>: the smallest level gates every other one, not only the one sixteen times its side.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool GateAll { get; init; }

    /// <summary>
    /// <c>skip</c>: colours that the smallest level chooses for the whole picture; each pixel is a mixture of them. 0 for none: the
    /// last convolution makes each pixel's colour.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Palette { get; init; }

    /// <summary>Length of [z, c], the first layer's input.</summary>
    [JsonIgnore]
    public int Inputs => ZDim + Classes;

    /// <summary><c>dcgan</c>: transposed convolutions, 5 at 64×64.</summary>
    [JsonIgnore]
    public int Layers => int.Log2(Resolution) - 1;

    /// <summary><c>dcgan</c>: channels that come out of layer 1, 2, … <see cref="Layers"/>.</summary>
    public int OutputChannels(int layer) => layer == Layers ? Channels : Width << (Layers - 1 - layer);

    /// <summary>Every problem of the record; empty when it describes a network.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        NetworkRules.Check(problems, "generator", Network, Resolution, Channels, Width, LeakySlope, BatchNormEpsilon);
        ResidualRules.Check(problems, "generator", Network, BatchNorm, Depth, ResidualStages.Of(this));
        NetworkRules.CheckClasses(problems, "generator", Classes);
        NetworkRules.CheckDepth(problems, "generator", Depth);
        SkipRules.Check(problems, "generator", Network, GateAll, Palette);
        if (ZDim is < 1 or > 8192)
        {
            problems.Add($"generator zDim is {ZDim}; expected 1 to 8192");
        }

        return problems;
    }
}
