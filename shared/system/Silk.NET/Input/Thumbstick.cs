namespace Silk.NET.Input;

public struct Thumbstick(int index, float x, float y)
{
    public int Index { get; } = index;

    /// <summary>-1 left to 1 right.</summary>
    public float X { get; } = x;

    /// <summary>-1 up to 1 down.</summary>
    public float Y { get; } = y;

    /// <summary>How far the stick is from its centre.</summary>
    public readonly float Position => MathF.Sqrt(X * X + Y * Y);

    /// <summary>The angle of the stick in radians.</summary>
    public readonly float Direction => MathF.Atan2(Y, X);
}
