namespace SixLabors.ImageSharp;

/// <summary>An unsigned fraction; kept in lowest terms.</summary>
public readonly struct Rational : IEquatable<Rational>
{
    public Rational(uint numerator, uint denominator)
    {
        uint divisor = GreatestCommonDivisor(numerator, denominator);
        this.Numerator = numerator / divisor;
        this.Denominator = denominator / divisor;
    }

    public uint Numerator { get; }

    public uint Denominator { get; }

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is Rational other && this.Equals(other);

    public bool Equals(Rational other) => this.Numerator == other.Numerator && this.Denominator == other.Denominator;

    public override int GetHashCode() => HashCode.Combine(this.Numerator, this.Denominator);

    public double ToDouble() => this.Numerator / (double)this.Denominator;

    private static uint GreatestCommonDivisor(uint a, uint b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
