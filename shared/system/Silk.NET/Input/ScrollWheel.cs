namespace Silk.NET.Input;

public struct ScrollWheel(float x, float y) : IEquatable<ScrollWheel>
{
    public float X { get; } = x;

    public float Y { get; } = y;

    public readonly bool Equals(ScrollWheel other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override readonly bool Equals(object? obj) => obj is ScrollWheel other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(X, Y);

    public static bool operator ==(ScrollWheel left, ScrollWheel right) => left.Equals(right);

    public static bool operator !=(ScrollWheel left, ScrollWheel right) => !left.Equals(right);
}
