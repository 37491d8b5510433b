using LatentWalk.Core.Errors;
using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>A generator on one provider: latents in, pictures out in batches. Owns the session.</summary>
internal sealed class GeneratorRunner(InferenceSession session, GeneratorSignature signature, ImageForm form, int? fixedBatch, bool hasOwnMemory, string path) : IDisposable
{
    private const int LargestBatch = 64;
    private const int LargestBatchValues = 16 << 20;

    private readonly RunOptions _options = new();

    // A viewer alternates between one picture and a grid; more sizes than slots only cost an allocation.
    private readonly BatchBinding?[] _bindings = new BatchBinding?[4];
    private int _oldest;

    /// <summary>Pictures of one run.</summary>
    public int BatchSize { get; } = fixedBatch ?? Math.Clamp(Math.Min(LargestBatchValues / form.Values, signature.MostPictures), 1, LargestBatch);

    /// <summary>[count, classes] with the first class everywhere.</summary>
    public static float[] FirstClass(int classes, int count)
    {
        var values = new float[count * classes];
        for (int i = 0; i < values.Length; i += classes)
        {
            values[i] = 1;
        }

        return values;
    }

    /// <summary>Runs one batch; the pictures stay in the result until the next run.</summary>
    /// <param name="z">[count, zdim].</param>
    /// <param name="c">[count, classes], or empty for the first class.</param>
    /// <param name="count">1 to <see cref="BatchSize"/>.</param>
    public BatchBinding Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count)
    {
        var binding = Bind(fixedBatch ?? count);
        z.CopyTo(binding.Latents);
        if (c.Length > 0)
        {
            c.CopyTo(binding.Condition);
        }
        else
        {
            for (int i = 0; i < binding.Condition.Length; i++)
            {
                binding.Condition[i] = i % signature.Classes == 0 ? 1 : 0;
            }
        }

        try
        {
            binding.Run(session, _options, hasOwnMemory);
        }
        catch (OnnxRuntimeException error)
        {
            throw new DeviceException($"{path}: ONNX Runtime failed on a batch of {binding.Count}: {SessionFactory.FirstLine(error.Message)}.", error);
        }

        return binding;
    }

    public void Dispose()
    {
        foreach (var binding in _bindings)
        {
            binding?.Dispose();
        }

        _options.Dispose();
        session.Dispose();
    }

    private BatchBinding Bind(int count)
    {
        foreach (var binding in _bindings)
        {
            if (binding?.Count == count)
            {
                return binding;
            }
        }

        _bindings[_oldest]?.Dispose();
        _bindings[_oldest] = null;
        var made = new BatchBinding(session, signature, form, count);
        _bindings[_oldest] = made;
        _oldest = (_oldest + 1) % _bindings.Length;
        return made;
    }
}
