using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace LatentWalk.Imaging;

/// <summary>Smooth enlarging and shrinking.</summary>
public static class Lanczos
{
    /// <summary>Lanczos 3 in the picture's own levels; alpha weighs the colours.</summary>
    /// <param name="rgba">uint8 <c>[height, width, 4]</c>, straight alpha.</param>
    /// <param name="result">uint8 <c>[toHeight, toWidth, 4]</c>, filled.</param>
    public static void Resize(ReadOnlySpan<byte> rgba, int width, int height, int toWidth, int toHeight, Span<byte> result)
    {
        RgbaPicture.RequireLength(rgba, width, height, nameof(rgba));
        RgbaPicture.RequireLength(result, toWidth, toHeight, nameof(result));
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, rgba, width, height);
        image.Mutate(context => context.Resize(toWidth, toHeight, KnownResamplers.Lanczos3));
        image.CopyPixelDataTo(result);
    }
}
