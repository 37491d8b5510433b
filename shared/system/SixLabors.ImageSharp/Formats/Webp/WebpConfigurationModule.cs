namespace SixLabors.ImageSharp.Formats.Webp;

public sealed class WebpConfigurationModule : IImageFormatConfigurationModule
{
    public void Configure(Configuration configuration) => configuration.Add(WebpDecoder.Instance);
}
