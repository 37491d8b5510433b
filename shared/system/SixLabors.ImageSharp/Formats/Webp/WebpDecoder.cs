using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.Native;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Webp;

internal sealed unsafe class WebpDecoder : FormatDecoder
{
    private WebpDecoder()
    {
    }

    public static WebpDecoder Instance { get; } = new();

    public override IImageFormat Format => WebpFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) =>
        data.Length >= 12 && data.StartsWith("RIFF"u8) && data[8..].StartsWith("WEBP"u8);

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => Run(options, data, pixels: false);

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => Run(options, data, pixels: true);

    private static Raster Run(DecoderOptions options, ReadOnlySpan<byte> data, bool pixels)
    {
        WebpChunks chunks = WebpChunks.Read(data);
        fixed (byte* start = data)
        {
            WebpData file = new() { Bytes = start, Size = (nuint)data.Length };
            WebpData* at = &file;
            Raster raster = NativeCodec.Call("WebP", "libwebp7 libwebpdemux2", () => chunks.Animated && pixels ? ReadFrames(options, at) : ReadStill(options, at, pixels));
            if (!chunks.Animated)
            {
                raster.Metadata.GetWebpMetadata().FileFormat = chunks.Lossless ? WebpFileFormatType.Lossless : WebpFileFormatType.Lossy;
            }

            raster.Metadata.GetWebpMetadata().RepeatCount = chunks.LoopCount;
            if (!options.SkipMetadata)
            {
                raster.Metadata.Orientation = ExifOrientation.Read(data.Slice(chunks.Exif.Start, chunks.Exif.Length));
            }

            return raster;
        }
    }

    private static Raster ReadStill(DecoderOptions options, WebpData* file, bool pixels)
    {
        if (LibWebp.WebPGetInfo(file->Bytes, file->Size, out int width, out int height) == 0)
        {
            throw new InvalidImageContentException("WebP: the header is not valid.");
        }

        Raster raster = new(width, height);
        if (pixels)
        {
            options.Configuration.MemoryAllocator.Claim(width, height, sizeof(Rgba32));
            Rgba32[] target = GC.AllocateUninitializedArray<Rgba32>(width * height);
            fixed (Rgba32* first = target)
            {
                nuint bytes = (nuint)target.Length * (nuint)sizeof(Rgba32);
                if (LibWebp.WebPDecodeRGBAInto(file->Bytes, file->Size, first, bytes, width * sizeof(Rgba32)) == null)
                {
                    throw new InvalidImageContentException("WebP: the pixel data is not valid.");
                }
            }

            raster.Add(target);
        }

        return raster;
    }

    private static Raster ReadFrames(DecoderOptions options, WebpData* file)
    {
        nint decoder = LibWebpDemux.WebPAnimDecoderNewInternal(file, null, LibWebpDemux.Abi);
        try
        {
            WebpAnimationInfo info = default;
            if (decoder == 0 || LibWebpDemux.WebPAnimDecoderGetInfo(decoder, &info) == 0)
            {
                throw new InvalidImageContentException("WebP: the animation is not valid.");
            }

            Raster raster = new((int)info.Width, (int)info.Height);
            int length = raster.Width * raster.Height;
            int shownUntil = 0;
            for (uint i = 0; i < Math.Min(info.FrameCount, options.MaxFrames); i++)
            {
                options.Configuration.MemoryAllocator.Claim(info.Width, info.Height, sizeof(Rgba32) * (raster.Frames.Count + 1));
                byte* pixels;
                int until;
                if (LibWebpDemux.WebPAnimDecoderGetNext(decoder, &pixels, &until) == 0)
                {
                    throw new InvalidImageContentException($"WebP: frame {i} of the animation is not valid.");
                }

                ImageFrameMetadata frame = raster.Add(new ReadOnlySpan<Rgba32>(pixels, length).ToArray());
                frame.GetWebpMetadata().FrameDelay = (uint)(until - shownUntil);
                shownUntil = until;
            }

            return raster;
        }
        finally
        {
            LibWebpDemux.WebPAnimDecoderDelete(decoder);
        }
    }
}
