namespace SixLabors.ImageSharp.Formats;

/// <summary>One file format: how to know it and how to read it. Instances have no state and serve any thread.</summary>
internal abstract class FormatDecoder
{
    public abstract IImageFormat Format { get; }

    public abstract bool Recognises(ReadOnlySpan<byte> data);

    /// <summary>Size and metadata; the picture's frames stay empty.</summary>
    public abstract Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data);

    public abstract Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data);
}
