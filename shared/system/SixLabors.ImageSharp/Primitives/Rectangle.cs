namespace SixLabors.ImageSharp;

public struct Rectangle : IEquatable<Rectangle>
{
    public Rectangle(int x, int y, int width, int height)
    {
        this.X = x;
        this.Y = y;
        this.Width = width;
        this.Height = height;
    }

    public int X { get; set; }

    public int Y { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public readonly int Right => unchecked(this.X + this.Width);

    public readonly int Bottom => unchecked(this.Y + this.Height);

    public readonly bool Contains(Rectangle rectangle) =>
        this.X <= rectangle.X && rectangle.Right <= this.Right && this.Y <= rectangle.Y && rectangle.Bottom <= this.Bottom;

    public static bool operator ==(Rectangle left, Rectangle right) => left.Equals(right);

    public static bool operator !=(Rectangle left, Rectangle right) => !left.Equals(right);

    public override readonly bool Equals(object? obj) => obj is Rectangle other && this.Equals(other);

    public readonly bool Equals(Rectangle other) =>
        this.X == other.X && this.Y == other.Y && this.Width == other.Width && this.Height == other.Height;

    public override readonly int GetHashCode() => HashCode.Combine(this.X, this.Y, this.Width, this.Height);
}
