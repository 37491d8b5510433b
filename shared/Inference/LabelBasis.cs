using System.Numerics.Tensors;
using LatentWalk.Core.Latents;
using MathNet.Numerics.LinearAlgebra;

namespace LatentWalk.Inference;

/// <summary>
/// Directions towards the classes of the training pictures. A linear score of each class is fitted to small labelled pictures,
/// and where that score goes up in a straight line with the latent is the class's direction (after Shen et al., "InterFaceGAN",
/// CVPR 2020, with regression in place of a classifier and its boundary).
/// </summary>
public static class LabelBasis
{
    /// <summary>More are hard to tell apart at 16×16, and fill the axes.</summary>
    private const int MostClasses = 8;

    /// <summary>The part of a class's direction that must be left once those before it are taken out.</summary>
    private const double LeastOwn = 0.5;

    private const double Ridge = 0.1;

    /// <returns>Orthonormal, named after their classes, those first that the pictures tell best.</returns>
    public static IReadOnlyList<Direction> Of(PictureSlopes slopes, LabelledPictures labelled)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        ArgumentNullException.ThrowIfNull(labelled);
        int classes = labelled.Classes.Count, count = labelled.ClassOf.Length;
        var pictures = Centred(labelled.Small);
        var wanted = new float[count * classes];
        for (int i = 0; i < count; i++)
        {
            wanted[(i * classes) + labelled.ClassOf[i]] = 1;
        }

        wanted = Centred(wanted, classes);
        var scores = PictureSlopes.Regress(pictures, SmallPicture.Length, wanted, classes, Ridge);
        double[] told = Told(pictures, wanted, scores, classes);

        // Where the score of a picture goes with the latent: the slope of the picture times the slope of the score.
        var towards = slopes.Slopes * scores;
        var found = new List<Direction>();
        foreach (int k in Enumerable.Range(0, classes).Where(k => told[k] > 0).OrderByDescending(k => told[k]).ThenBy(k => k))
        {
            var vector = towards.Column(k);
            double length = vector.L2Norm();
            foreach (var other in found)
            {
                var axis = Vector<double>.Build.Dense(other.Vector.Length, i => other.Vector[i]);
                vector -= axis * (vector * axis);
            }

            double own = vector.L2Norm();
            if (found.Count < MostClasses && own > LeastOwn * length)
            {
                float[] unit = [.. vector.Select(value => (float)(value / own))];
                found.Add(new Direction(labelled.Classes[k], unit, PictureBasis.Explained(slopes, unit)));
            }
        }

        return found;
    }

    // The share of each class's variance that its score explains.
    private static double[] Told(float[] pictures, float[] wanted, Matrix<double> scores, int classes)
    {
        var told = new double[classes];
        for (int k = 0; k < classes; k++)
        {
            float[] weights = [.. scores.Column(k).Select(value => (float)value)];
            double error = 0, all = 0;
            for (int i = 0; i < wanted.Length / classes; i++)
            {
                double target = wanted[(i * classes) + k];
                double miss = target - TensorPrimitives.Dot(pictures.AsSpan(i * SmallPicture.Length, SmallPicture.Length), weights);
                error += miss * miss;
                all += target * target;
            }

            told[k] = all > 0 ? 1 - (error / all) : 0;
        }

        return told;
    }

    private static float[] Centred(float[] rows, int width = SmallPicture.Length)
    {
        var mean = new double[width];
        for (int i = 0; i < rows.Length; i++)
        {
            mean[i % width] += rows[i];
        }

        int count = Math.Max(1, rows.Length / width);
        return [.. rows.Select((value, i) => (float)(value - (mean[i % width] / count)))];
    }
}
