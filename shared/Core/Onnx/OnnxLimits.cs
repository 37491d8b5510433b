namespace LatentWalk.Core.Onnx;

/// <summary>The most a generator file may have. Far above any real one; far below what hurts a machine.</summary>
public sealed record OnnxLimits
{
    public static OnnxLimits Default { get; } = new();

    /// <summary>A StyleGAN2 for 1024x1024 in float32 has 120 MB.</summary>
    public long FileBytes { get; init; } = 200L << 20;

    /// <summary>What a file may have that is not weights: nodes, names, texts, and weights stored number by number.</summary>
    public long StructureBytes { get; init; } = 32L << 20;

    public int Nodes { get; init; } = 20_000;

    public int Tensors { get; init; } = 20_000;

    /// <summary>Inputs, outputs and attributes of one node.</summary>
    public int NodeParts { get; init; } = 256;

    /// <summary>Operator sets that a file names, its own and others.</summary>
    public int Opsets { get; init; } = 64;

    public int MetadataEntries { get; init; } = 1024;

    /// <summary>Of one metadata value or doc string.</summary>
    public int TextBytes { get; init; } = 8 << 20;

    /// <summary>Of all metadata together.</summary>
    public long MetadataBytes { get; init; } = 16L << 20;

    public int NameBytes { get; init; } = 1024;

    /// <summary>That all names together take in memory.</summary>
    public long NamesBytes { get; init; } = 48L << 20;

    /// <summary>A constant or an attribute of more numbers than this is data and says nothing about sizes.</summary>
    public int KnownNumbers { get; init; } = 256;

    /// <summary>Such numbers in one file.</summary>
    public int KeptNumbers { get; init; } = 1 << 20;

    public int Dimensions { get; init; } = 8;

    /// <summary>Of a declared input or output dimension, and of an output picture's side.</summary>
    public int Dimension { get; init; } = 1 << 14;

    /// <summary>Of a declared input or output, its free dimensions left out: four 4096x4096 channels.</summary>
    public long Values { get; init; } = 1L << 26;

    /// <summary>Strides, dilations and block sizes.</summary>
    public int Stride { get; init; } = 64;

    /// <summary>Pads, kernel sizes, axes and the like.</summary>
    public int AttributeNumber { get; init; } = 4096;

    /// <summary>Values in one attribute's list.</summary>
    public int AttributeNumbers { get; init; } = 1 << 16;

    /// <summary>Of one tensor on the way to one picture: 128 channels of 1024x1024 in float32.</summary>
    public long TensorBytes { get; init; } = 512L << 20;

    /// <summary>Of all tensors that are needed at the same time for one run.</summary>
    public long PeakBytes { get; init; } = 1L << 30;

    /// <summary>Of tensors that follow from constants alone: ONNX Runtime computes them when it loads a file, and keeps them.</summary>
    public long DerivedBytes { get; init; } = 512L << 20;

    /// <summary>Of weights, counted at every node that uses them: ONNX Runtime repacks them for each.</summary>
    public long WeightUseBytes { get; init; } = 1L << 30;

    /// <summary>Of one run. A StyleGAN2 for 1024x1024 needs a fifteenth.</summary>
    public long Multiplications { get; init; } = 1L << 40;

    /// <summary>Numbers that all nodes together make in one run.</summary>
    public long MadeValues { get; init; } = 1L << 33;

    public int OldestOpset { get; init; } = 7;

    /// <summary>The newest that ONNX Runtime 1.23 runs.</summary>
    public int NewestOpset { get; init; } = 23;

    public int OldestIr { get; init; } = 3;

    public int NewestIr { get; init; } = 11;
}
