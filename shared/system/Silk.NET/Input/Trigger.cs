namespace Silk.NET.Input;

public struct Trigger(int index, float position)
{
    public int Index { get; } = index;

    /// <summary>-1 at rest to 1.</summary>
    public float Position { get; } = position;
}
