namespace Silk.NET.Core;

public readonly struct RawImage(int width, int height, Memory<byte> rgbaPixels) : IEquatable<RawImage>
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public Memory<byte> Pixels { get; } = rgbaPixels;

    public bool Equals(RawImage other) =>
        Width == other.Width && Height == other.Height && Pixels.Equals(other.Pixels);

    public override bool Equals(object? obj) => obj is RawImage other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Width, Height, Pixels);

    public static bool operator ==(RawImage left, RawImage right) => left.Equals(right);

    public static bool operator !=(RawImage left, RawImage right) => !left.Equals(right);
}
