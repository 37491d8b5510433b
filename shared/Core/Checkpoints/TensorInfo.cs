namespace LatentWalk.Core.Checkpoints;

/// <summary>A tensor in a file.</summary>
/// <param name="FileOffset">Of its first byte, from the start of the file.</param>
public sealed record TensorInfo(string Name, TensorType Type, long[] Shape, long FileOffset, long ByteCount)
{
    /// <summary>Such as "F32 [512, 256, 4, 4]".</summary>
    public override string ToString() => $"{Type.Name()} [{string.Join(", ", Shape)}]";
}
