namespace SixLabors.ImageSharp.Formats.Png.Chunks;

public readonly struct PngTextData : IEquatable<PngTextData>
{
    public PngTextData(string keyword, string value, string languageTag, string translatedKeyword)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyword);
        this.Keyword = keyword.Trim();
        this.Value = value;
        this.LanguageTag = languageTag;
        this.TranslatedKeyword = translatedKeyword;
    }

    public string Keyword { get; }

    public string Value { get; }

    public string LanguageTag { get; }

    public string TranslatedKeyword { get; }

    public static bool operator ==(PngTextData left, PngTextData right) => left.Equals(right);

    public static bool operator !=(PngTextData left, PngTextData right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is PngTextData other && this.Equals(other);

    public bool Equals(PngTextData other) =>
        string.Equals(this.Keyword, other.Keyword, StringComparison.OrdinalIgnoreCase)
        && string.Equals(this.Value, other.Value, StringComparison.OrdinalIgnoreCase)
        && string.Equals(this.LanguageTag, other.LanguageTag, StringComparison.OrdinalIgnoreCase)
        && string.Equals(this.TranslatedKeyword, other.TranslatedKeyword, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() =>
        HashCode.Combine(this.Keyword?.ToUpperInvariant(), this.Value?.ToUpperInvariant(), this.LanguageTag?.ToUpperInvariant());

    public override string ToString() => $"PngTextData [ Name={this.Keyword}, Value={this.Value} ]";
}
