namespace SixLabors.ImageSharp.Formats.Gif;

public sealed class GifConfigurationModule : IImageFormatConfigurationModule
{
    public void Configure(Configuration configuration) => configuration.Add(GifDecoder.Instance);
}
