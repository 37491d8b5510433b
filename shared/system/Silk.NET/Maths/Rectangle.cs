namespace Silk.NET.Maths;

public struct Rectangle<T>(Vector2D<T> origin, Vector2D<T> size) : IEquatable<Rectangle<T>>
    where T : unmanaged, IFormattable, IEquatable<T>, IComparable<T>
{
    public Vector2D<T> Origin = origin;

    public Vector2D<T> Size = size;

    public readonly bool Equals(Rectangle<T> other) => Origin == other.Origin && Size == other.Size;

    public override readonly bool Equals(object? obj) => obj is Rectangle<T> other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Origin, Size);

    public static bool operator ==(Rectangle<T> value1, Rectangle<T> value2) => value1.Equals(value2);

    public static bool operator !=(Rectangle<T> value1, Rectangle<T> value2) => !value1.Equals(value2);
}
