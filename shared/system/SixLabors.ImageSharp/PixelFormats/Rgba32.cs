using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.PixelFormats;

[StructLayout(LayoutKind.Sequential)]
public struct Rgba32 : IPixel<Rgba32>
{
    public byte R;
    public byte G;
    public byte B;
    public byte A;

    public Rgba32(byte r, byte g, byte b)
        : this(r, g, b, byte.MaxValue)
    {
    }

    public Rgba32(byte r, byte g, byte b, byte a)
    {
        this.R = r;
        this.G = g;
        this.B = b;
        this.A = a;
    }

    public static implicit operator Color(Rgba32 source) => new(source);

    public static implicit operator Rgba32(Color color) => color.ToPixel<Rgba32>();

    public static bool operator ==(Rgba32 left, Rgba32 right) => left.Equals(right);

    public static bool operator !=(Rgba32 left, Rgba32 right) => !left.Equals(right);

    public void FromRgba32(Rgba32 source) => this = source;

    public void ToRgba32(ref Rgba32 dest) => dest = this;

    public override readonly bool Equals(object? obj) => obj is Rgba32 other && this.Equals(other);

    public readonly bool Equals(Rgba32 other) => this.Packed() == other.Packed();

    public override readonly int GetHashCode() => this.Packed().GetHashCode();

    public override readonly string ToString() => $"Rgba32({this.R}, {this.G}, {this.B}, {this.A})";

    private readonly uint Packed() => Unsafe.BitCast<Rgba32, uint>(this);
}
