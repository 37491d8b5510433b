using LatentWalk.Core.Latents;

namespace LatentWalk.Inference;

/// <summary>
/// Holds a provider's pictures against the CPU's: some versions of some providers return wrong pictures without an error.
/// </summary>
internal static class ProviderCheck
{
    private const int Pictures = 4;

    // A level is 1/127.5 on [-1, 1]. Half-precision arithmetic stays under two; a wrong operator is off by dozens.
    private const double LargestDifference = 4;
    private const double LargestMean = 0.5;

    /// <summary>Null when they agree, else one sentence.</summary>
    public static string? Compare(GeneratorRunner candidate, GeneratorRunner reference, ImageForm form, int zdim)
    {
        int count = Math.Min(Pictures, reference.BatchSize);
        var z = new float[count * zdim];
        for (int i = 0; i < count; i++)
        {
            Latent.FromSeed((ulong)i, z.AsSpan(i * zdim, zdim));
        }

        byte[] expected = Pixels(reference, form, z, count);
        byte[] actual = Pixels(candidate, form, z, count);
        int largest = 0;
        long sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            int difference = Math.Abs(expected[i] - actual[i]);
            largest = Math.Max(largest, difference);
            sum += difference;
        }

        double mean = (double)sum / expected.Length;
        return largest > LargestDifference || mean > LargestMean
            ? $"its pictures differ from the CPU's by up to {largest} levels of 255 ({mean:f2} on average)"
            : null;
    }

    private static byte[] Pixels(GeneratorRunner runner, ImageForm form, float[] z, int count)
    {
        int pictureBytes = form.Width * form.Height * 4;
        var rgba = new byte[count * pictureBytes];
        var binding = runner.Run(z, [], count);
        for (int i = 0; i < count; i++)
        {
            GeneratorSession.Convert(binding, form, i, rgba.AsSpan(i * pictureBytes, pictureBytes));
        }

        return rgba;
    }
}
