namespace LatentWalk.Exporter.Triton;

/// <summary>An input or output of the model.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Type">FP32 or UINT8.</param>
/// <param name="Dims">Without the batch, unless the file fixes it.</param>
internal sealed record TritonTensor(string Name, string Type, IReadOnlyList<long> Dims)
{
    public override string ToString() => $"{Name} {Type} [{string.Join(", ", Dims)}]";
}
