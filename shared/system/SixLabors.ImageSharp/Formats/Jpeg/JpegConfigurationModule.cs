namespace SixLabors.ImageSharp.Formats.Jpeg;

public sealed class JpegConfigurationModule : IImageFormatConfigurationModule
{
    public void Configure(Configuration configuration) => configuration.Add(JpegDecoder.Instance);
}
