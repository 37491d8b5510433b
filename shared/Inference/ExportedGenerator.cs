using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>A verified generator file that is still in memory.</summary>
public sealed class ExportedGenerator
{
    private readonly byte[] _graph;
    private readonly byte[] _metadata;

    internal ExportedGenerator(byte[] graph, GeneratorMetadata metadata)
    {
        (_graph, Metadata) = (graph, metadata);
        _metadata = CheckpointGraph.Metadata(metadata);
    }

    /// <summary>What the file says about itself, its parity with it.</summary>
    public GeneratorMetadata Metadata { get; }

    /// <summary>What else the user may want to know of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Of the file, in bytes.</summary>
    public long Length => _graph.Length + _metadata.Length;

    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_graph);
        stream.Write(_metadata);
    }

    /// <summary>The whole file: a copy.</summary>
    public byte[] ToArray() => [.. _graph, .. _metadata];
}
