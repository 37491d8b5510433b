using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// Moves, scales and mirrors pictures along their sides by one matrix for each picture and side: bilinear (what comes
/// in from outside is 0, the middle of the range) and linear, so that gradients of any order flow through. A shift by whole
/// pixels is exact.
/// </summary>
internal static class Resample
{
    /// <param name="shift">[N], pixels to the right or down.</param>
    /// <param name="scale">[N], above 1 magnifies about the middle, below 0 mirrors; null for 1.</param>
    /// <param name="side">Pixels, from and to.</param>
    /// <returns>[N, side, side]: what each pixel takes of each.</returns>
    public static Tensor Matrix(Tensor shift, Tensor? scale, long side)
    {
        double middle = (side - 1) / 2.0;
        var pixels = arange(side, dtype: shift.dtype, device: shift.device);
        var from = pixels.view(1, side, 1) - (shift.view(-1, 1, 1) + middle);
        from = (scale is null ? from : from / scale.view(-1, 1, 1)) + middle;
        return (1 - (from - pixels.view(1, 1, side)).abs()).relu();
    }

    /// <summary>Pictures [N, 3, R, R] with a matrix [N, R, R] for each side.</summary>
    public static Tensor Of(Tensor pictures, Tensor horizontal, Tensor vertical) =>
        vertical.unsqueeze(1).matmul(pictures).matmul(horizontal.transpose(1, 2).unsqueeze(1));
}
