namespace SixLabors.ImageSharp;

public struct Size : IEquatable<Size>
{
    public Size(int width, int height)
    {
        this.Width = width;
        this.Height = height;
    }

    public int Width { get; set; }

    public int Height { get; set; }

    public static bool operator ==(Size left, Size right) => left.Equals(right);

    public static bool operator !=(Size left, Size right) => !left.Equals(right);

    public override readonly bool Equals(object? obj) => obj is Size other && this.Equals(other);

    public readonly bool Equals(Size other) => this.Width == other.Width && this.Height == other.Height;

    public override readonly int GetHashCode() => HashCode.Combine(this.Width, this.Height);
}
