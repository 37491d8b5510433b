using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;

namespace SixLabors.ImageSharp;

public sealed class Configuration
{
    private readonly List<FormatDecoder> decoders = [];

    public Configuration()
    {
    }

    public Configuration(params IImageFormatConfigurationModule[] configurationModules)
    {
        foreach (IImageFormatConfigurationModule module in configurationModules)
        {
            this.Configure(module);
        }
    }

    public static Configuration Default { get; } = new(
        new PngConfigurationModule(), new JpegConfigurationModule(), new GifConfigurationModule(), new WebpConfigurationModule());

    /// <summary>Kept for the real library; this one uses the calling thread only.</summary>
    public int MaxDegreeOfParallelism { get; set; } = Environment.ProcessorCount;

    public IEnumerable<IImageFormat> ImageFormats => this.decoders.Select(decoder => decoder.Format);

    public MemoryAllocator MemoryAllocator { get; set; } = MemoryAllocator.Default;

    public void Configure(IImageFormatConfigurationModule configuration) => configuration.Configure(this);

    internal void Add(FormatDecoder decoder) => this.decoders.Add(decoder);

    internal FormatDecoder DecoderFor(ReadOnlySpan<byte> data)
    {
        foreach (FormatDecoder decoder in this.decoders)
        {
            if (decoder.Recognises(data))
            {
                return decoder;
            }
        }

        throw new UnknownImageFormatException(
            "Image cannot be loaded. Available decoders: " + string.Join(", ", this.ImageFormats.Select(format => format.Name)));
    }
}
