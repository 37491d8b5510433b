using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

public static class KnownResamplers
{
    public static IResampler Bicubic { get; } = new BicubicKernel();

    public static IResampler Lanczos3 { get; } = new LanczosKernel(3);
}
