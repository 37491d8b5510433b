using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Png.Chunks;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.StandIns.Tests.ImageSharp;

public sealed class PngTests
{
    [Theory]
    [InlineData(PngFilterMethod.None)]
    [InlineData(PngFilterMethod.Sub)]
    [InlineData(PngFilterMethod.Up)]
    [InlineData(PngFilterMethod.Average)]
    [InlineData(PngFilterMethod.Paeth)]
    [InlineData(PngFilterMethod.Adaptive)]
    public void Every_filter_comes_back_exactly(PngFilterMethod filter)
    {
        using Image<Rgba32> image = Codecs.Picture(23, 17, Codecs.Pattern);

        using Image<Rgba32> read = Image.Load<Rgba32>(Codecs.Options, Codecs.Encode(image, new PngEncoder { FilterMethod = filter }));

        Assert.Equal(Codecs.Pixels(image), Codecs.Pixels(read));
        Assert.Equal(PngColorType.RgbWithAlpha, read.Metadata.GetPngMetadata().ColorType);
        Assert.Equal(PngBitDepth.Bit8, read.Metadata.GetPngMetadata().BitDepth);
    }

    [Fact]
    public void The_pixel_type_decides_the_colour_type_unless_the_encoder_does()
    {
        using Image<Rgb24> rgb = new(Configuration.Default, 2, 2);
        using Image<Rgba32> rgba = new(Configuration.Default, 2, 2);

        Assert.Equal(2, Codecs.Encode(rgb, new PngEncoder())[25]);
        Assert.Equal(6, Codecs.Encode(rgba, new PngEncoder())[25]);
        Assert.Equal(2, Codecs.Encode(rgba, new PngEncoder { ColorType = PngColorType.Rgb })[25]);
    }

    [Theory]
    [InlineData("plain", "", 10, "tEXt")]
    [InlineData("plain", "", 3000, "zTXt")]
    [InlineData("plain", "en", 10, "iTXt")]
    [InlineData("plain", "en", 3000, "iTXt")]
    [InlineData("日本語", "", 10, "iTXt")]
    [InlineData("日本語", "", 3000, "iTXt")]
    public void The_kind_of_text_follows_from_language_letters_and_length(string text, string language, int repeat, string chunk)
    {
        using Image<Rgba32> image = new(Configuration.Default, 1, 1);
        string value = string.Concat(Enumerable.Repeat(text, repeat));
        image.Metadata.GetPngMetadata().TextData.Add(new PngTextData(" key ", value, language, string.Empty));

        byte[] file = Codecs.Encode(image, new PngEncoder());

        Assert.Contains(chunk + "key\0", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        PngTextData read = Assert.Single(Image.Identify(Codecs.Options, file).Metadata.GetPngMetadata().TextData);
        Assert.Equal(("key", value, language), (read.Keyword, read.Value, read.LanguageTag));
    }

    [Fact]
    public void The_resolution_is_written_unless_it_is_filtered()
    {
        using Image<Rgba32> image = new(Configuration.Default, 1, 1);

        string plain = Encoding.Latin1.GetString(Codecs.Encode(image, new PngEncoder()));
        string filtered = Encoding.Latin1.GetString(Codecs.Encode(image, new PngEncoder { ChunkFilter = PngChunkFilter.ExcludePhysicalChunk }));

        Assert.Contains("pHYs\0\0\u000e\u00c4\0\0\u000e\u00c4\u0001", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("pHYs", filtered, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipping_metadata_skips_the_texts()
    {
        using Image<Rgba32> image = new(Configuration.Default, 1, 1);
        image.Metadata.GetPngMetadata().TextData.Add(new PngTextData("key", "value", string.Empty, string.Empty));
        byte[] file = Codecs.Encode(image, new PngEncoder());

        using Image<Rgba32> read = Image.Load<Rgba32>(new DecoderOptions { SkipMetadata = true }, file);

        Assert.Empty(read.Metadata.GetPngMetadata().TextData);
    }

    [Fact]
    public void Frames_become_an_APNG_and_come_back()
    {
        using Image<Rgba32> image = Codecs.Picture(6, 5, Codecs.Pattern);
        image.Frames.AddFrame((ReadOnlySpan<Rgba32>)Enumerable.Repeat(new Rgba32(1, 2, 3), 30).ToArray());
        image.Frames.AddFrame((ReadOnlySpan<Rgba32>)Enumerable.Repeat(new Rgba32(200, 100, 0, 128), 30).ToArray());
        image.Metadata.GetPngMetadata().RepeatCount = 0;
        for (int i = 0; i < 3; i++)
        {
            image.Frames[i].Metadata.GetPngMetadata().FrameDelay = new Rational((uint)(i + 1), 20);
        }

        byte[] file = Codecs.Encode(image, new PngEncoder());
        using Image<Rgba32> read = Image.Load<Rgba32>(Codecs.Options, file);
        using Image<Rgba32> first = Image.Load<Rgba32>(new DecoderOptions { MaxFrames = 1 }, file);

        Assert.Equal(3, read.Frames.Count);
        Assert.Equal(1, first.Frames.Count);
        Assert.Equal(0u, read.Metadata.GetPngMetadata().RepeatCount);
        Assert.Equal(new Rgba32(200, 100, 0, 128), read.Frames[2][3, 3]);
        Assert.Equal(Codecs.Pixels(image), Codecs.Pixels(first));
        Assert.Equal([0.05, 0.1, 0.15], Enumerable.Range(0, 3).Select(i => Math.Round(read.Frames[i].Metadata.GetPngMetadata().FrameDelay.ToDouble(), 4)));
    }

    [Fact]
    public void Defaults_are_those_of_the_real_library()
    {
        PngMetadata metadata = new();
        PngEncoder encoder = new();

        Assert.Equal((1u, true), (metadata.RepeatCount, metadata.AnimateRootFrame));
        Assert.Equal((PngCompressionLevel.Level6, 1024), (encoder.CompressionLevel, encoder.TextCompressionThreshold));
        Assert.Null(encoder.ColorType ?? (object?)encoder.BitDepth ?? encoder.FilterMethod);
        Assert.Throws<ArgumentException>(() => new PngTextData(" ", "value", string.Empty, string.Empty));
        Assert.Equal(new PngTextData("KEY", "Value", "", ""), new PngTextData("key", "value", "", ""));
    }
}
