using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;
using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>Runs a freshly loaded generator a few times to learn what its file does not say for certain.</summary>
internal sealed class GeneratorProbe(InferenceSession session, GeneratorSignature signature, OnnxSummary summary, string path)
{
    private const int RangePictures = 4;

    /// <summary>The form of the pictures, and the batch that is fixed, by declaration or in fact.</summary>
    public (ImageForm Form, int? FixedBatch) Run(GeneratorMetadata? metadata)
    {
        int batch = signature.FixedBatch ?? 1;
        var (shape, values, bytes) = Generate(0, batch);
        ValueRange? guess = bytes ? null : ValueRange.SignedUnit;
        var form = ImageForm.FromShape(shape, guess, OnnxLimits.Default.Dimension);
        if (form is null || shape[0] != batch)
        {
            throw new BadModelException(
                $"{path} is not a generator: for {batch} latents its output is [{string.Join(", ", shape)}], expected {batch} pictures of 1, 3 or 4 channels.");
        }

        if (!bytes)
        {
            form = form with { Range = DeclaredRange(metadata) ?? ProbeRange(values, batch) };
        }

        return (form, signature.FixedBatch ?? (TakesTwo(form) ? null : 1));
    }

    private static ValueRange? DeclaredRange(GeneratorMetadata? metadata) => metadata?.Range switch
    {
        PixelRange.SignedUnit => ValueRange.SignedUnit,
        PixelRange.Unit => ValueRange.Unit,
        _ => null,
    };

    private ValueRange ProbeRange(float[] first, int batch)
    {
        var values = new List<float>(first);
        for (int seed = batch; seed < RangePictures; seed += batch)
        {
            values.AddRange(Generate(seed, batch).Values);
        }

        return ImageForm.ProbeRange(CollectionsMarshal.AsSpan(values), path);
    }

    // Exporters call a batch free and yet leave a Reshape to the traced size in the graph.
    private bool TakesTwo(ImageForm form)
    {
        try
        {
            return Generate(0, 2).Shape.AsSpan().SequenceEqual(form.Shape(2));
        }
        catch (BadModelException)
        {
            return false;
        }
    }

    private (long[] Shape, float[] Values, bool IsBytes) Generate(int firstSeed, int count)
    {
        var z = new float[count * signature.ZDim];
        for (int i = 0; i < count; i++)
        {
            Latent.FromSeed((ulong)(firstSeed + i), z.AsSpan(i * signature.ZDim, signature.ZDim));
        }

        using var latent = OrtValue.CreateTensorValueFromMemory(z, signature.LatentShape(count));
        using var condition = signature.ConditionName is null
            ? null
            : OrtValue.CreateTensorValueFromMemory(GeneratorRunner.FirstClass(signature.Classes, count), [count, signature.Classes]);
        using var runOptions = new RunOptions();
        try
        {
            string[] names = condition is null ? [signature.LatentName] : [signature.LatentName, signature.ConditionName!];
            OrtValue[] inputs = condition is null ? [latent] : [latent, condition];
            using var outputs = session.Run(runOptions, names, inputs, [signature.ImageName]);
            var info = outputs[0].GetTensorTypeAndShape();
            bool bytes = info.ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.UInt8;
            return (info.Shape, bytes ? [] : outputs[0].GetTensorDataAsSpan<float>().ToArray(), bytes);
        }
        catch (OnnxRuntimeException error)
        {
            throw new BadModelException(
                $"{path} loads but does not run: {SessionFactory.FirstLine(error.Message)}. It takes {string.Join(" and ", summary.Inputs)}.", error);
        }
    }
}
