using LatentWalk.Core.Latents;
using MathNet.Numerics.LinearAlgebra;

namespace LatentWalk.Inference;

/// <summary>
/// Principal components of what a generator makes, taken back to its latent (after Härkönen et al., "GANSpace", NeurIPS
/// 2020, with the regression on the latent before the components and not after: the directions come out orthonormal). The features
/// are the pictures themselves at 16×16: nothing of the network has to be known.
/// </summary>
public static class PictureBasis
{
    /// <returns>Orthonormal, "pca1" first; each explains the share of the pictures' variance that follows it in a straight line.</returns>
    public static IReadOnlyList<Direction> Of(PictureSlopes slopes, int count)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        var eigen = slopes.Slopes.TransposeAndMultiply(slopes.Slopes).Evd(Symmetricity.Symmetric);
        int zdim = slopes.Slopes.RowCount;
        return [.. Enumerable.Range(0, Math.Min(count, zdim)).Select(rank =>
        {
            var vector = eigen.EigenVectors.Column(zdim - 1 - rank);
            double sign = vector[vector.AbsoluteMaximumIndex()] < 0 ? -1 : 1;
            float[] unit = [.. vector.Select(value => (float)(value * sign / vector.L2Norm()))];
            return new Direction($"pca{rank + 1}", unit, Explained(slopes, unit));
        })];
    }

    /// <summary>The share of the pictures' variance that follows a direction in a straight line.</summary>
    /// <param name="slopes">Of the generator.</param>
    /// <param name="unit">[zdim], of length 1.</param>
    public static float Explained(PictureSlopes slopes, float[] unit)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        double length = slopes.Slopes.LeftMultiply(Vector<double>.Build.Dense(unit.Length, i => unit[i])).L2Norm();
        return slopes.Variance > 0 ? (float)Math.Clamp(length * length / slopes.Variance, 0, 1) : 0;
    }
}
