using System.Collections;
using System.Diagnostics.CodeAnalysis;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Core.Checkpoints;

/// <summary>One generator's tensors in an open checkpoint: each is read anew whenever it is asked for, and none is kept.</summary>
/// <param name="file">Open as long as this is used.</param>
/// <param name="prefix">Of the generator's tensors in the file.</param>
/// <param name="shapes">By name without the prefix.</param>
internal sealed class CheckpointWeights(SafetensorsFile file, string prefix, IReadOnlyDictionary<string, long[]> shapes) : IReadOnlyDictionary<string, float[]>, IWeights
{
    public static CheckpointWeights Of(SafetensorsFile file, string prefix, GeneratorSpec spec) => new(file, prefix, TensorNames.Of(spec)
        .Where(tensor => !tensor.Name.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal))
        .ToDictionary(tensor => tensor.Name, tensor => tensor.Shape));

    public IEnumerable<string> Keys => shapes.Keys;

    public IEnumerable<float[]> Values => Keys.Select(name => this[name]);

    public int Count => shapes.Count;

    public float[] this[string key]
    {
        get
        {
            var values = new float[Length(key) ?? throw new KeyNotFoundException(key)];
            Read(key, values);
            return values;
        }
    }

    public long? Length(string name) => shapes.TryGetValue(name, out long[]? shape) ? shape.Aggregate(1L, (a, b) => a * b) : null;

    public void Read(string name, Span<float> values) => file.ReadFloats(prefix + name, values);

    public bool ContainsKey(string key) => shapes.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out float[] value)
    {
        value = ContainsKey(key) ? this[key] : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, float[]>> GetEnumerator() => Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="BadModelException">A tensor is missing, of another type or of another shape.</exception>
    public void Check()
    {
        foreach (var (name, shape) in shapes)
        {
            TensorInfo found = file.Require(prefix + name, TensorType.F32);
            if (!found.Shape.AsSpan().SequenceEqual(shape))
            {
                throw new BadModelException(
                    $"'{file.Path}': tensor '{prefix + name}' has shape [{string.Join(", ", found.Shape)}], expected [{string.Join(", ", shape)}] by the generator's description; the checkpoint is inconsistent, use another one.");
            }
        }
    }
}
