namespace SixLabors.ImageSharp.Formats.Png;

public sealed class PngConfigurationModule : IImageFormatConfigurationModule
{
    public void Configure(Configuration configuration) => configuration.Add(PngDecoder.Instance);
}
