using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.Native;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Webp;

/// <summary>One frame makes a still, several an animation.</summary>
public sealed unsafe class WebpEncoder : ImageEncoder
{
    private const int LongestSide = 16_383;

    public WebpFileFormatType? FileFormat { get; init; }

    public int Quality { get; init; } = 75;

    public WebpEncodingMethod Method { get; init; } = WebpEncodingMethod.Level4;

    private protected override void Write(Raster picture, Stream stream)
    {
        if (picture.Width > LongestSide || picture.Height > LongestSide)
        {
            throw new ImageFormatException($"Image is too large to encode at {picture.Width}x{picture.Height} for WebP format.");
        }

        NativeCodec.Call("WebP", "libwebp7 libwebpmux3", () => this.Encode(picture, stream));
    }

    private static void Check(int result, nint encoder)
    {
        if (result == 0)
        {
            throw new ImageFormatException("WebP: " + LibWebpMux.ErrorOf(encoder));
        }
    }

    private bool Encode(Raster picture, Stream stream)
    {
        WebpAnimationOptions options;
        _ = LibWebpMux.WebPAnimEncoderOptionsInitInternal(&options, LibWebpMux.Abi);
        options.LoopCount = picture.Metadata.GetWebpMetadata().RepeatCount;
        WebpConfig config;
        _ = LibWebp.WebPConfigInitInternal(&config, preset: 0, this.Quality, LibWebp.EncoderAbi);
        WebpFileFormatType format = this.FileFormat ?? picture.Metadata.GetWebpMetadata().FileFormat ?? WebpFileFormatType.Lossy;
        config.Lossless = format == WebpFileFormatType.Lossless ? 1 : 0;
        config.Method = (int)this.Method;

        nint encoder = LibWebpMux.WebPAnimEncoderNewInternal(picture.Width, picture.Height, &options, LibWebpMux.Abi);
        WebpData result = default;
        try
        {
            int milliseconds = 0;
            foreach ((Rgba32[] pixels, ImageFrameMetadata metadata) in picture.Frames)
            {
                Add(encoder, pixels, picture, milliseconds, &config);
                milliseconds += (int)metadata.GetWebpMetadata().FrameDelay;
            }

            Check(LibWebpMux.WebPAnimEncoderAdd(encoder, null, milliseconds, null), encoder);
            Check(LibWebpMux.WebPAnimEncoderAssemble(encoder, &result), encoder);
            stream.Write(new ReadOnlySpan<byte>(result.Bytes, (int)result.Size));
            return true;
        }
        finally
        {
            LibWebp.WebPFree(result.Bytes);
            LibWebpMux.WebPAnimEncoderDelete(encoder);
        }
    }

    private static void Add(nint encoder, Rgba32[] pixels, Raster picture, int milliseconds, WebpConfig* config)
    {
        WebpPicture frame;
        _ = LibWebp.WebPPictureInitInternal(&frame, LibWebp.EncoderAbi);
        frame.UseArgb = 1;
        frame.Width = picture.Width;
        frame.Height = picture.Height;
        try
        {
            fixed (Rgba32* first = pixels)
            {
                if (LibWebp.WebPPictureImportRGBA(&frame, first, picture.Width * sizeof(Rgba32)) == 0)
                {
                    throw new ImageFormatException("WebP: not enough memory for a frame.");
                }
            }

            Check(LibWebpMux.WebPAnimEncoderAdd(encoder, &frame, milliseconds, config), encoder);
        }
        finally
        {
            LibWebp.WebPPictureFree(&frame);
        }
    }
}
