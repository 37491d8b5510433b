using System.Globalization;
using LatentWalk.Quality;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Report;

/// <summary>The newest measures of a run with what each means.</summary>
internal static class MeasureTable
{
    public static IEnumerable<(string Name, string Value, string Meaning)> Rows(SampleSigns? signs, QualityValues? quality)
    {
        if (signs is not null)
        {
            yield return ("distance to the data", Number(signs.Distance), "of the sheet, coarse: about 1 at the start, 0 where the two cannot be told apart");
            yield return ("diversity of the sheet", Number(signs.Diversity), "1 is the data's own, 0 one picture for every latent");
            yield return ("variety of the sheet", Number(signs.Variety), "how far each picture is from the one most like it: far below 1 where a few are drawn again and again");
            if (signs.Nearest is { } nearest)
            {
                yield return ("nearest real of the sheet", Number(nearest), "1 is as far as real pictures are from each other; well below 1 is drawing by heart");
            }
        }

        if (quality is not null)
        {
            yield return ("sliced Wasserstein distance", Number(quality.Swd), "of patches at several sizes, times 1000; 0 is best");
            yield return ("KID", Number(quality.Kid), "kernel distance of features; 0 is best, and a little below by chance");
            yield return ("FID", Number(quality.Fid), "Fréchet distance of features; 0 is best; depends on the number of samples");
            yield return ("precision", Number(quality.Precision), "share of drawn pictures that look real");
            yield return ("recall", Number(quality.Recall), "share of real pictures that could have been drawn");
            yield return ("density", Number(quality.Density), "how densely drawn pictures lie among real ones; 1 is as good as the data");
            yield return ("coverage", Number(quality.Coverage), "share of real pictures with a drawn one near them");
            yield return ("diversity", Number(quality.Diversity), "mean distance of two drawn pictures over the data's");
            yield return ("nearest real", Number(quality.Nearest), "median distance to the nearest real picture over the data's own");
            yield return ("edge sharpness", Number(quality.Sharpness), "over the data's: below 1 is blurred");
            yield return ("palette distance", Number(quality.Palette), "between the colours of all pixels; 0 is best");
            yield return ("flat colour", Number(quality.FlatColour), "over the data's: below 1 is smudged");
            yield return ("noise in flat areas", $"{Number(quality.Noise)} (data {Number(quality.NoiseOfData)})", "median difference of neighbouring pixels");
            yield return ("checkerboard", $"{Number(quality.Checkerboard)} (data {Number(quality.CheckerboardOfData)})", "patterns with a period of two pixels");
        }
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "0.#" : "0.####", CultureInfo.InvariantCulture);
}
