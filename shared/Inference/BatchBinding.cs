using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace LatentWalk.Inference;

/// <summary>
/// Memory for the inputs and the output of one batch size, bound to a session once, so that a run allocates nothing.
/// Owns the native memory.
/// </summary>
internal sealed unsafe class BatchBinding : IDisposable
{
    private const nuint Alignment = 64;

    private readonly OrtIoBinding _binding;
    private readonly List<OrtValue> _values = [];
    private readonly List<nint> _blocks = [];
    private readonly (string Name, OrtValue Value)[] _inputs;
    private readonly float* _latents;
    private readonly float* _condition;
    private readonly byte* _image;
    private readonly int _latentCount;
    private readonly int _conditionCount;
    private readonly int _imageBytes;

    public BatchBinding(InferenceSession session, GeneratorSignature signature, ImageForm form, int count)
    {
        Count = count;
        _binding = session.CreateIoBinding();
        _latentCount = count * signature.ZDim;
        _conditionCount = count * signature.Classes;
        _imageBytes = checked(count * form.Values * (form.IsBytes ? 1 : sizeof(float)));
        var latent = Allocate(TensorElementType.Float, signature.LatentShape(count), _latentCount * sizeof(float), out byte* latents);
        _latents = (float*)latents;
        _inputs = [(signature.LatentName, latent)];
        if (signature.ConditionName is not null)
        {
            var condition = Allocate(TensorElementType.Float, [count, signature.Classes], _conditionCount * sizeof(float), out byte* values);
            _condition = (float*)values;
            _inputs = [.. _inputs, (signature.ConditionName, condition)];
        }

        var image = Allocate(form.IsBytes ? TensorElementType.UInt8 : TensorElementType.Float, form.Shape(count), _imageBytes, out _image);
        BindInputs();
        _binding.BindOutput(signature.ImageName, image);
    }

    public int Count { get; }

    /// <summary>[count, zdim], to fill before a run.</summary>
    public Span<float> Latents => new(_latents, _latentCount);

    /// <summary>[count, classes], to fill before a run.</summary>
    public Span<float> Condition => new(_condition, _conditionCount);

    /// <summary>The last run's pictures, where they are floats.</summary>
    public ReadOnlySpan<float> Floats => new(_image, _imageBytes / sizeof(float));

    /// <summary>The last run's pictures, where they are bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(_image, _imageBytes);

    /// <param name="session">The one it was made for.</param>
    /// <param name="options">Any.</param>
    /// <param name="copyInputs">For a device with memory of its own: an input is copied there when it is bound, not when it is used.</param>
    public void Run(InferenceSession session, RunOptions options, bool copyInputs)
    {
        if (copyInputs)
        {
            BindInputs();
        }

        session.RunWithBinding(options, _binding);
        if (copyInputs)
        {
            _binding.SynchronizeBoundOutputs();
        }
    }

    public void Dispose()
    {
        _binding.Dispose();
        _values.ForEach(value => value.Dispose());
        _blocks.ForEach(block => NativeMemory.AlignedFree((void*)block));
        _blocks.Clear();
    }

    private void BindInputs()
    {
        foreach (var (name, value) in _inputs)
        {
            _binding.BindInput(name, value);
        }
    }

    private OrtValue Allocate(TensorElementType type, long[] shape, int bytes, out byte* block)
    {
        block = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
        NativeMemory.Clear(block, (nuint)bytes);
        _blocks.Add((nint)block);
        var value = OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, type, shape, (nint)block, bytes);
        _values.Add(value);
        return value;
    }
}
