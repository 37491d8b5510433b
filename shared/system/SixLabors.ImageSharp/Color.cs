using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public readonly struct Color : IEquatable<Color>
{
    public static readonly Color Black = FromRgb(0, 0, 0);
    public static readonly Color White = FromRgb(255, 255, 255);

    private readonly Rgba32 value;

    public Color(Rgba32 pixel) => this.value = pixel;

    



    public static bool operator ==(Color left, Color right) => left.Equals(right);

    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    public static Color FromRgba(byte r, byte g, byte b, byte a) => new(new Rgba32(r, g, b, a));

    public static Color FromRgb(byte r, byte g, byte b) => new(new Rgba32(r, g, b));

    public TPixel ToPixel<TPixel>()
        where TPixel : unmanaged, IPixel<TPixel>
    {
        TPixel pixel = default;
        pixel.FromRgba32(this.value);
        return pixel;
    }

    public bool Equals(Color other) => this.value == other.value;

    public override bool Equals(object? obj) => obj is Color other && this.Equals(other);

    public override int GetHashCode() => this.value.GetHashCode();
}
