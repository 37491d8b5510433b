namespace LatentWalk.Core.Onnx;

/// <summary>An input or output of a file: its name, element type ("float32") and dimensions ("batch", "100", "?").</summary>
public sealed record OnnxValue(string Name, string ElementType, IReadOnlyList<string> Dimensions)
{
    /// <summary>The dimensions that are numbers; null where one is free. Null as a whole where no shape is declared.</summary>
    public IReadOnlyList<long?>? Sizes { get; init; }

    public override string ToString() => $"{Name} {ElementType} [{string.Join(", ", Dimensions)}]";
}
