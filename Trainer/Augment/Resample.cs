using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// Moves, scales and mirrors pictures along their sides by one matrix for each picture and side: bilinear and linear, so that
/// gradients of any order flow through. A shift by whole pixels is exact.
/// </summary>
internal static class Resample
{
    /// <param name="shift">[N], pixels to the right or down.</param>
    /// <param name="scale">[N], above 1 magnifies about the middle, below 0 mirrors.</param>
    /// <param name="side">Pixels, from and to.</param>
    /// <returns>[N, side, side]: what each pixel takes of each; what comes in from outside is the picture mirrored at its edge.</returns>
    public static Tensor Matrix(Tensor shift, Tensor scale, long side)
    {
        double last = side - 1, middle = last / 2;
        var pixels = Pixels(shift, side);
        var from = ((pixels.view(1, side, 1) - (shift.view(-1, 1, 1) + middle)) / scale.view(-1, 1, 1)) + middle;

        // Mirrored once; further out than a whole picture, where hardly a change reaches, the opposite edge goes on.
        return Shares((last - (last - from.abs()).abs()).clamp(0, last), pixels);
    }

    /// <param name="shift">[N], pixels to the right or down.</param>
    /// <param name="side">Pixels, from and to.</param>
    /// <returns>[N, side, side]: what each pixel takes of each; what comes in from outside repeats the edge.</returns>
    public static Tensor Shift(Tensor shift, long side)
    {
        var pixels = Pixels(shift, side);
        return Shares((pixels.view(1, side, 1) - shift.view(-1, 1, 1)).clamp(0, side - 1), pixels);
    }

    /// <summary>Pictures [N, 3, R, R] with a matrix [N, R, R] for each side.</summary>
    public static Tensor Of(Tensor pictures, Tensor horizontal, Tensor vertical) =>
        vertical.unsqueeze(1).matmul(pictures).matmul(horizontal.transpose(1, 2).unsqueeze(1));

    private static Tensor Pixels(Tensor like, long side) => arange(side, dtype: like.dtype, device: like.device);

    // [N, side, 1], the place that each pixel is taken from, and [side].
    private static Tensor Shares(Tensor from, Tensor pixels) => (1 - (from - pixels.view(1, 1, -1)).abs()).relu();
}
