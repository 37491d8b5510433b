using System.Runtime.InteropServices;
using LatentWalk.Core.Files;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.Imaging;

/// <summary>
/// Animations that play for ever. Frames are uint8 <c>[height, width, 4]</c>, all of one size. A frame's time is rounded to
/// what the format can say so that the whole keeps its length.
/// </summary>
public static class AnimationFile
{
    private const int LongestWebpSide = 16_383;

    /// <param name="quality">0 to 100 for a smaller file that loses detail; null keeps every pixel.</param>
    public static void WriteWebp(string path, IReadOnlyList<byte[]> frames, int width, int height, double framesPerSecond, int? quality = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(width, height), LongestWebpSide);
        using Image<Rgba32> image = Gather(frames, width, height, framesPerSecond);
        image.Metadata.GetWebpMetadata().RepeatCount = 0;
        for (int i = 0; i < frames.Count; i++)
        {
            image.Frames[i].Metadata.GetWebpMetadata().FrameDelay = (uint)Ticks(i, framesPerSecond, ticksPerSecond: 1000);
            image.Frames[i].Metadata.GetWebpMetadata().BlendMethod = WebpBlendMethod.Source;
        }

        Save(path, image, new WebpEncoder
        {
            FileFormat = quality is null ? WebpFileFormatType.Lossless : WebpFileFormatType.Lossy,
            Quality = quality ?? 75,
        });
    }

    /// <summary>Animated PNG: every pixel as it is.</summary>
    public static void WriteApng(string path, IReadOnlyList<byte[]> frames, int width, int height, double framesPerSecond)
    {
        using Image<Rgba32> image = Gather(frames, width, height, framesPerSecond);
        image.Metadata.GetPngMetadata().RepeatCount = 0;
        for (int i = 0; i < frames.Count; i++)
        {
            image.Frames[i].Metadata.GetPngMetadata().FrameDelay = new Rational((uint)Ticks(i, framesPerSecond, ticksPerSecond: 1000), 1000);
        }

        Save(path, image, new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = frames.All(frame => RgbaPicture.IsOpaque(frame)) ? PngColorType.Rgb : PngColorType.RgbWithAlpha,
            FilterMethod = PngFilterMethod.Adaptive,
            CompressionLevel = PngCompressionLevel.Level6,
            ChunkFilter = PngChunkFilter.ExcludePhysicalChunk,
        });
    }

    /// <summary>How long frame <paramref name="index"/> shows: the sum over n frames is n / framesPerSecond, rounded once.</summary>
    internal static long Ticks(int index, double framesPerSecond, int ticksPerSecond) =>
        Math.Max(1, Edge(index + 1, framesPerSecond, ticksPerSecond) - Edge(index, framesPerSecond, ticksPerSecond));

    private static long Edge(int index, double framesPerSecond, int ticksPerSecond) =>
        (long)Math.Round(index * ticksPerSecond / framesPerSecond, MidpointRounding.AwayFromZero);

    private static Image<Rgba32> Gather(IReadOnlyList<byte[]> frames, int width, int height, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfZero(frames.Count, nameof(frames));
        if (!(framesPerSecond is > 0 and <= 1000))
        {
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "expected more than 0 and at most 1000 frames per second");
        }

        foreach (byte[] frame in frames)
        {
            RgbaPicture.RequireLength(frame, width, height, nameof(frames));
        }

        Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, frames[0], width, height);
        for (int i = 1; i < frames.Count; i++)
        {
            image.Frames.AddFrame(MemoryMarshal.Cast<byte, Rgba32>(frames[i].AsSpan()));
        }

        return image;
    }

    private static void Save(string path, Image<Rgba32> image, IImageEncoder encoder)
    {
        using MemoryStream encoded = new();
        image.Save(encoded, encoder);
        AtomicFile.Write(path, stream => encoded.WriteTo(stream));
    }
}
