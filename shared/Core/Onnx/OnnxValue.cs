namespace LatentWalk.Core.Onnx;

/// <summary>An input or output of a file: its name, element type ("float32") and dimensions ("batch", "100", "?").</summary>
public sealed record OnnxValue(string Name, string ElementType, IReadOnlyList<string> Dimensions)
{
    public override string ToString() => $"{Name} {ElementType} [{string.Join(", ", Dimensions)}]";
}
