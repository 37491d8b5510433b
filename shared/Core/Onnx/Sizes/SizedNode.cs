using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>One node whose inputs' sizes are known, as the rules see it.</summary>
internal sealed class SizedNode(OnnxNode node, GraphValue?[] inputs, long opset, OnnxLimits limits, string path)
{
    public string Operation => node.Operation;

    public long Opset => opset;

    public int InputCount => inputs.Length;

    public int OutputCount => node.Outputs.Count;

    /// <summary>Multiplications of one run, where a rule sets them; else one for every value made.</summary>
    public long Multiplications { get; set; }

    /// <summary>Memory that the operator takes besides its outputs.</summary>
    public long ScratchBytes { get; set; }

    public GraphValue this[int index] => Optional(index) ?? throw Refuse($"has no input {index + 1}");

    public GraphValue? Optional(int index) => index < inputs.Length ? inputs[index] : null;

    public IEnumerable<GraphValue> Given => inputs.OfType<GraphValue>();

    public bool Has(string attribute) => node.Attributes.ContainsKey(attribute);

    public OnnxAttribute? Attribute(string name) => node.Attributes.GetValueOrDefault(name);

    public long Integer(string attribute, long otherwise) => Integers(attribute) is { Length: > 0 } values ? values[0] : otherwise;

    public string Text(string attribute, string otherwise) => Attribute(attribute)?.Text ?? otherwise;

    /// <summary>Null where the attribute is absent.</summary>
    public long[]? Integers(string attribute) => Attribute(attribute) is not { } found ? null
        : found.Count == 0 ? []
        : found.Numbers is { } numbers ? Whole(numbers, $"attribute '{attribute}'")
        : throw Refuse($"has {found.Count} numbers in its attribute '{attribute}'");

    public double[]? Numbers(string attribute) => Attribute(attribute)?.Numbers;

    /// <summary>The numbers of an input that says how large something is.</summary>
    public double[] Known(int index, string what) => this[index].Numbers
        ?? throw Refuse($"takes its {what} from numbers that are not known before it runs");

    /// <summary>The one number of an input that says how large something is.</summary>
    public double KnownNumber(int index, string what) => Known(index, what) is [double number] && double.IsFinite(number)
        ? number
        : throw Refuse($"has no single number as its {what}");

    public long[] KnownIntegers(int index, string what) => Whole(Known(index, what), what);

    /// <summary>From an input where this opset has one, else from the attribute of that name; null where neither is given.</summary>
    public long[]? Setting(string name, int input) =>
        Optional(input) is not null ? KnownIntegers(input, name) : Integers(name);

    /// <param name="axis">Counted from the end where negative.</param>
    /// <param name="rank">Dimensions there are.</param>
    public int Axis(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw Refuse($"names dimension {axis} of {rank}");

    public GraphValue Make(OnnxElementType type, long[] dims, double[]? numbers = null)
    {
        foreach (long dim in dims)
        {
            if (dim < 0 || dim > limits.TensorBytes || dims.Length > limits.Dimensions)
            {
                throw Refuse($"makes a tensor of shape [{string.Join(", ", dims)}]");
            }
        }

        var value = new GraphValue(type, dims, numbers?.Length <= limits.KnownNumbers ? numbers : null);
        return value.Bytes <= limits.TensorBytes
            ? value
            : throw Refuse($"makes a tensor of shape {value.Shape}, more than {limits.TensorBytes >> 20} MB for one run");
    }

    /// <summary>Whether so many numbers are few enough to be followed.</summary>
    public bool IsFew(ReadOnlySpan<long> dims) => !dims.ContainsAnyInRange(long.MinValue, -1) && GraphValue.Product(dims) <= limits.KnownNumbers;

    /// <summary>Of the same shape and, unless another is given, the same type.</summary>
    public GraphValue Like(GraphValue other, OnnxElementType? type = null, double[]? numbers = null) => Make(type ?? other.Type, other.Dims, numbers);

    public void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw Refuse(problem);
        }
    }

    public BadModelException Refuse(string problem) => new(
        $"{path} has a {node.Operation} ('{(node.Outputs.Count > 0 ? node.Outputs[0] : "")}') that {problem}: it is not a usable generator.");

    // Bounds such as "to the end" are given as the largest number there is.
    private long[] Whole(double[] numbers, string what)
    {
        var result = new long[numbers.Length];
        for (int i = 0; i < result.Length; i++)
        {
            Require(double.IsFinite(numbers[i]), $"has {numbers[i]} in its {what}");
            result[i] = (long)Math.Clamp(numbers[i], -4e18, 4e18);
        }

        return result;
    }
}
