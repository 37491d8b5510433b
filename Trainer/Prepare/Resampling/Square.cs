using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare.Resampling;

/// <summary>An area of a picture as a square; both sides are scaled alike.</summary>
internal static class Square
{
    /// <param name="rgba">uint8 [rows of <paramref name="stride"/> pixels, 4].</param>
    /// <param name="pad">Colour of what <see cref="Fit.Pad"/> adds, opaque.</param>
    /// <returns>uint8 [size, size, 4].</returns>
    public static byte[] Make(ReadOnlySpan<byte> rgba, int stride, FaceBox area, int size, Fit fit, (byte R, byte G, byte B) pad)
    {
        byte[] square = new byte[4 * size * size];
        int shorter = Math.Min(area.Width, area.Height);
        int longer = Math.Max(area.Width, area.Height);
        if (fit == Fit.Crop || shorter == longer)
        {
            var middle = new FaceBox(area.X + ((area.Width - shorter) / 2), area.Y + ((area.Height - shorter) / 2), shorter, shorter);
            Lanczos.Resize(rgba, stride, middle, square, size, size);
            return square;
        }

        int width = Math.Clamp((int)Math.Round((double)area.Width * size / longer), 1, size);
        int height = Math.Clamp((int)Math.Round((double)area.Height * size / longer), 1, size);
        byte[] fitted = new byte[4 * width * height];
        Lanczos.Resize(rgba, stride, area, fitted, width, height);
        for (int at = 0; at < square.Length; at += 4)
        {
            (square[at], square[at + 1], square[at + 2], square[at + 3]) = (pad.R, pad.G, pad.B, 255);
        }

        int left = (size - width) / 2;
        int top = (size - height) / 2;
        for (int y = 0; y < height; y++)
        {
            fitted.AsSpan(4 * y * width, 4 * width).CopyTo(square.AsSpan(4 * (((top + y) * size) + left)));
        }

        return square;
    }

    /// <summary>Left becomes right, in place.</summary>
    /// <param name="pixels">uint8 [size, size, channels].</param>
    public static void Flip(Span<byte> pixels, int size, int channels)
    {
        for (int y = 0; y < size; y++)
        {
            Span<byte> row = pixels.Slice(y * size * channels, size * channels);
            for (int x = 0, other = size - 1; x < other; x++, other--)
            {
                for (int c = 0; c < channels; c++)
                {
                    (row[(x * channels) + c], row[(other * channels) + c]) = (row[(other * channels) + c], row[(x * channels) + c]);
                }
            }
        }
    }
}
