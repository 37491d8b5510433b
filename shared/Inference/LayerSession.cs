using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace LatentWalk.Inference;

/// <summary>A generator opened for looking inside, on the CPU: one latent in, the maps of all its layers out. One thread at a time.</summary>
public sealed class LayerSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly GeneratorSignature _signature;
    private readonly IReadOnlyList<string> _names;
    private readonly string _path;

    private LayerSession(InferenceSession session, GeneratorSignature signature, IReadOnlyList<string> names, string path) =>
        (_session, _signature, _names, _path) = (session, signature, names, path);

    public int ZDim => _signature.ZDim;

    public int Classes => _signature.Classes;

    /// <param name="model">A whole generator file.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="BadModelException">It is no generator, or one without layers to look into.</exception>
    public static LayerSession Open(byte[] model, string path)
    {
        var signature = GeneratorSignature.Find(OnnxGuard.Check(model, path), path);
        var (opened, names) = LayerOutputs.Add(model, path);
        var session = ExecutionProvider.Cpu.TryOpen(opened, path, new InferenceSettings { Provider = ProviderChoice.Cpu, BusyWait = false }, out _)!;
        return new LayerSession(session, signature, names, path);
    }

    /// <summary>In the order of computing; values that are not pictures ([1, channels, height, width]) are left out.</summary>
    /// <param name="z">float32 [zdim], truncated already.</param>
    /// <param name="c">float32 [classes]; empty for the first class.</param>
    /// <exception cref="DeviceException">ONNX Runtime failed.</exception>
    public IReadOnlyList<LayerMap> Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c = default)
    {
        if (z.Length != ZDim || (c.Length != 0 && c.Length != Classes))
        {
            throw new ArgumentException($"z has {z.Length} elements, expected {ZDim}; c has {c.Length}, expected {Classes} or none.", nameof(z));
        }

        // A file that fixes its batch gets the same latent in every row; the first is looked at.
        int count = _signature.FixedBatch ?? 1;
        float[] latents = [.. Enumerable.Repeat(z.ToArray(), count).SelectMany(row => row)];
        float[] classes = c.IsEmpty ? GeneratorRunner.FirstClass(Classes, count) : [.. Enumerable.Repeat(c.ToArray(), count).SelectMany(row => row)];
        using var latent = OrtValue.CreateTensorValueFromMemory(latents, _signature.LatentShape(count));
        using var condition = _signature.ConditionName is null ? null : OrtValue.CreateTensorValueFromMemory(classes, [count, Classes]);
        using var options = new RunOptions();
        try
        {
            string[] inputNames = condition is null ? [_signature.LatentName] : [_signature.LatentName, _signature.ConditionName!];
            OrtValue[] inputs = condition is null ? [latent] : [latent, condition];
            using var outputs = _session.Run(options, inputNames, inputs, [.. _names]);
            return [.. outputs.Select((value, index) => Map(_names[index], value)).OfType<LayerMap>()];
        }
        catch (OnnxRuntimeException error)
        {
            throw new DeviceException($"{_path}: ONNX Runtime failed while looking into the layers: {SessionFactory.FirstLine(error.Message)}.", error);
        }
    }

    public void Dispose() => _session.Dispose();

    private static LayerMap? Map(string name, OrtValue value)
    {
        var info = value.GetTensorTypeAndShape();
        long[] shape = info.Shape;
        if (shape.Length != 4 || shape[2] <= 1 || shape[3] <= 1)
        {
            return null;
        }

        int count = (int)(shape[1] * shape[2] * shape[3]);
        float[]? values = info.ElementDataType switch
        {
            TensorElementType.Float => value.GetTensorDataAsSpan<float>()[..count].ToArray(),
            TensorElementType.Float16 => [.. value.GetTensorDataAsSpan<Float16>()[..count].ToArray().Select(half => half.ToFloat())],
            _ => null,
        };
        return values is null ? null : new LayerMap(name, (int)shape[1], (int)shape[2], (int)shape[3], values);
    }
}
