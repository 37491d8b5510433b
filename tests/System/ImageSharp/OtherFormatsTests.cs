using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.StandIns.Tests.ImageSharp;

/// <summary>On the pictures of tests/Imaging/Pictures.</summary>
public sealed class OtherFormatsTests
{
    [Theory]
    [InlineData("rgb8.png", "PNG", "image/png")]
    [InlineData("progressive.jpg", "JPEG", "image/jpeg")]
    [InlineData("animated.gif", "GIF", "image/gif")]
    [InlineData("lossy.webp", "Webp", "image/webp")]
    public void A_format_is_known_by_its_content(string name, string format, string mimeType)
    {
        byte[] file = Bytes(name);

        IImageFormat found = Image.DetectFormat(Codecs.Options, file);
        ImageInfo info = Image.Identify(Codecs.Options, file);

        Assert.Equal((format, mimeType), (found.Name, found.DefaultMimeType));
        Assert.Equal((24, 16), (info.Width, info.Height));
        Assert.Same(found, info.Metadata.DecodedImageFormat);
    }

    [Fact]
    public void A_configuration_knows_the_formats_it_was_given()
    {
        DecoderOptions options = new() { Configuration = new Configuration(new PngConfigurationModule(), new JpegConfigurationModule()) };

        Assert.Same(PngFormat.Instance, Image.DetectFormat(options, Bytes("rgb8.png")));
        Assert.Same(JpegFormat.Instance, Image.DetectFormat(options, Bytes("baseline.jpg")));
        Assert.Throws<UnknownImageFormatException>(() => Image.DetectFormat(options, Bytes("lossy.webp")));
        Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgba32>(options, Bytes("still.gif")));
        Assert.Throws<UnknownImageFormatException>(() => Image.Identify(options, [1, 2, 3]));
        Assert.Same(GifFormat.Instance, Image.DetectFormat(Codecs.Options, Bytes("still.gif")));
        Assert.Same(WebpFormat.Instance, Image.DetectFormat(Codecs.Options, Bytes("lossy.webp")));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 5, 2)]
    [InlineData(16, 16, 256)]
    [InlineData(200, 150, 200)]
    public void A_GIF_of_at_most_256_colours_keeps_every_pixel(int width, int height, int colors)
    {
        // Long noise fills the code table several times over.
        Rgba32[] pixels = [.. Enumerable.Range(0, width * height).Select(i => (uint)i * 2654435761u >> 8).Select(noise => (int)(noise % (uint)colors)).Select(k => new Rgba32((byte)k, (byte)(255 - k), (byte)(k * 7)))];
        byte[] file = Gif(pixels, width, height);

        using Image<Rgba32> image = Image.Load<Rgba32>(Codecs.Options, file);
        Rgba32[] read = new Rgba32[pixels.Length];
        image.CopyPixelDataTo(read);
        Assert.Equal(pixels, read);
    }

    [Fact]
    public void A_GIF_of_more_colours_is_near_and_right_on_average()
    {
        const int Side = 96;
        Rgba32[] pixels = [.. Enumerable.Range(0, Side * Side).Select(i => new Rgba32((byte)(i % Side * 255 / Side), (byte)(i / Side * 255 / Side), 128))];
        using Image<Rgba32> image = Image.Load<Rgba32>(Codecs.Options, Gif(pixels, Side, Side));
        Rgba32[] read = new Rgba32[pixels.Length];
        image.CopyPixelDataTo(read);
        Assert.InRange(read.Distinct().Count(), 200, 256);
        Assert.InRange(read.Zip(pixels).Average(pair => Math.Abs(pair.First.R - pair.Second.R)), 0, 8);
        Assert.Equal(pixels.Average(pixel => (double)pixel.G), read.Average(pixel => (double)pixel.G), 0.5);
    }

    [Fact]
    public void An_animated_GIF_has_its_frames_and_times()
    {
        using Image<Rgba32> image = Image.Load<Rgba32>(Codecs.Options, Bytes("animated.gif"));

        Assert.Equal(3, image.Frames.Count);
        Assert.All<ImageFrame>(image.Frames, frame => Assert.Equal(10, frame.Metadata.GetGifMetadata().FrameDelay));
        Assert.Equal(0, image.Metadata.GetGifMetadata().RepeatCount);

        // The drawing, its negative, and the drawing mirrored: the yellow corner goes to the right.
        Assert.True(image.Frames[0][2, 2] is { R: > 240, G: > 240, B: < 15 });
        Assert.True(image.Frames[1][2, 2] is { R: < 15, G: < 15, B: > 240 });
        Assert.True(image.Frames[2][21, 2] is { R: > 240, G: > 240, B: < 15 });
    }

    [Fact]
    public void An_animated_WebP_has_its_frames_and_times()
    {
        using Image<Rgba32> image = Image.Load<Rgba32>(Codecs.Options, Bytes("animated.webp"));

        Assert.Equal(3, image.Frames.Count);
        Assert.All<ImageFrame>(image.Frames, frame => Assert.Equal(100u, frame.Metadata.GetWebpMetadata().FrameDelay));
        Assert.Equal(0, image.Metadata.GetWebpMetadata().RepeatCount);
        Assert.Null(image.Metadata.GetWebpMetadata().FileFormat);
        Assert.Equal(new Rgba32(255, 255, 0), image.Frames[0][2, 2]);
        Assert.Equal(new Rgba32(0, 0, 255), image.Frames[1][2, 2]);
        Assert.Equal(new Rgba32(255, 255, 0), image.Frames[2][21, 2]);
    }

    [Fact]
    public void A_lossless_WebP_comes_back_exactly_and_a_lossy_one_nearly()
    {
        using Image<Rgba32> image = Codecs.Picture(31, 18, (x, y) => new Rgba32((byte)(x * 8), (byte)(y * 14), 90));
        using Image<Rgba32> exact = Image.Load<Rgba32>(Codecs.Options, Codecs.Encode(image, new WebpEncoder { FileFormat = WebpFileFormatType.Lossless }));
        using Image<Rgba32> near = Image.Load<Rgba32>(Codecs.Options, Codecs.Encode(image, new WebpEncoder { Quality = 90 }));

        Assert.Equal(Codecs.Pixels(image), Codecs.Pixels(exact));
        Assert.Equal(WebpFileFormatType.Lossy, near.Metadata.GetWebpMetadata().FileFormat);
        Assert.InRange(Codecs.Pixels(image).Zip(Codecs.Pixels(near), (a, b) => Math.Abs(a.R - b.R)).Average(), 0, 8);
    }

    [Fact]
    public void Too_large_a_picture_is_invalid_content()
    {
        Configuration configuration = new(new PngConfigurationModule()) { MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { AllocationLimitMegabytes = 1 }) };
        using Image<Rgba32> large = new(Configuration.Default, 600, 600);
        byte[] file = Codecs.Encode(large, new PngEncoder());

        InvalidImageContentException error = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(new DecoderOptions { Configuration = configuration }, file));

        Assert.IsAssignableFrom<InvalidMemoryOperationException>(error.InnerException);
        Assert.Throws<InvalidMemoryOperationException>(() => new Image<Rgba32>(configuration, 600, 600));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemoryAllocatorOptions { AllocationLimitMegabytes = 0 });
    }

    [Fact]
    public void Defaults_are_those_of_the_real_library()
    {
        WebpEncoder encoder = new();

        Assert.Equal((null, 75, WebpEncodingMethod.Level4), (encoder.FileFormat, encoder.Quality, encoder.Method));
        Assert.Equal(1, new WebpMetadata().RepeatCount);
        Assert.Equal(1, new GifMetadata().RepeatCount);
        Assert.Equal(WebpBlendMethod.Over, new WebpFrameMetadata().BlendMethod);
        Assert.Equal((uint)int.MaxValue, new DecoderOptions().MaxFrames);
        Assert.Equal(new Rational(1, 25), new Rational(40, 1000));
    }

    private static byte[] Gif(Rgba32[] pixels, int width, int height)
    {
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(Configuration.Default, pixels, width, height);
        return Codecs.Encode(image, new GifEncoder());
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pictures", name));
}
