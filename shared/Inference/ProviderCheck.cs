using System.Numerics.Tensors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Inference;

/// <summary>
/// Holds a provider's pictures against the CPU's: some versions of some providers return wrong pictures without an error.
/// The CPU's are made at construction; afterwards its runner is not touched, so a provider may be tried on another thread.
/// </summary>
internal sealed class ProviderCheck
{
    private const int Pictures = 4;

    // A level is 1/127.5 on [-1, 1]. Half-precision arithmetic stays under two; a wrong operator is off by dozens.
    private const double LargestDifference = 4;
    private const double LargestMean = 0.5;

    private readonly GeneratorSignature _signature;
    private readonly ImageForm _form;
    private readonly List<byte[]> _expected = [];
    private readonly int[] _counts;

    public ProviderCheck(GeneratorRunner reference, GeneratorSignature signature, ImageForm form)
    {
        (_signature, _form) = (signature, form);
        // One picture at a time and several at once are different kernels of a provider.
        int several = Math.Min(Pictures, reference.BatchSize);
        _counts = several > 1 ? [several, 1] : [1];
        foreach (int count in _counts)
        {
            _expected.Add(Pixels(Run(reference, count), count));
        }
    }

    /// <summary>Null when they agree, else one sentence without a full stop.</summary>
    public string? Compare(GeneratorRunner candidate)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            var made = Run(candidate, _counts[i]);
            if (!_form.IsBytes && !float.IsFinite(TensorPrimitives.Sum(made.Floats[..(_counts[i] * _form.Values)])))
            {
                return "its pictures have NaN or infinity in them";
            }

            if (Difference(_expected[i], Pixels(made, _counts[i])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? Difference(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
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

    private BatchBinding Run(GeneratorRunner runner, int count)
    {
        var z = new float[count * _signature.ZDim];
        var c = new float[count * _signature.Classes];
        for (int i = 0; i < count; i++)
        {
            Latent.FromSeed((ulong)i, z.AsSpan(i * _signature.ZDim, _signature.ZDim));
            if (_signature.Classes > 0)
            {
                c[i * _signature.Classes + i % _signature.Classes] = 1;
            }
        }

        return runner.Run(z, c, count);
    }

    private byte[] Pixels(BatchBinding made, int count)
    {
        int pictureBytes = _form.Width * _form.Height * 4;
        var rgba = new byte[count * pictureBytes];
        for (int i = 0; i < count; i++)
        {
            GeneratorSession.Convert(made, _form, i, rgba.AsSpan(i * pictureBytes, pictureBytes));
        }

        return rgba;
    }
}
