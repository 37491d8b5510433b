namespace SixLabors.ImageSharp.Processing;

/// <summary>Where the scaled picture lies on the resulting canvas.</summary>
internal static class ResizePlacement
{
    public static (Size Canvas, Rectangle Target) Of(Size source, ResizeOptions options)
    {
        (int width, int height) = (options.Size.Width, options.Size.Height);
        if (width <= 0 && height <= 0)
        {
            throw new InvalidOperationException($"Target width {width} and height {height} must be greater than zero.");
        }

        // A side of 0 keeps the aspect ratio.
        width = width == 0 ? (int)MathF.Max(1, MathF.Round(source.Width * height / (float)source.Height)) : width;
        height = height == 0 ? (int)MathF.Max(1, MathF.Round(source.Height * width / (float)source.Width)) : height;

        float across = width / (float)source.Width;
        float down = height / (float)source.Height;
        Rectangle target = options.Mode switch
        {
            ResizeMode.Crop => Centred(width, height, source, Math.Max(across, down), down < across, MathF.Ceiling),
            ResizeMode.Pad => Centred(width, height, source, Math.Min(across, down), down >= across, MathF.Round),
            _ => new Rectangle(0, 0, width, height),
        };
        return (new Size(width, height), target);
    }

    /// <summary>One side fills the canvas, the other is scaled by the same ratio and centred.</summary>
    private static Rectangle Centred(int width, int height, Size source, float ratio, bool fillsAcross, Func<float, float> toWhole) =>
        fillsAcross
            ? new Rectangle(0, (int)MathF.Round((height - (source.Height * ratio)) / 2F), width, Math.Max(1, (int)toWhole(source.Height * ratio)))
            : new Rectangle((int)MathF.Round((width - (source.Width * ratio)) / 2F), 0, Math.Max(1, (int)toWhole(source.Width * ratio)), height);
}
