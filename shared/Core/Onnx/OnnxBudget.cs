using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>What the walk itself may keep of one file: names and small numbers. A file that wants more is refused.</summary>
internal sealed class OnnxBudget(string path, OnnxLimits limits)
{
    // A string's own cost, whatever is in it.
    private const int StringBytes = 32;

    private long _names;
    private long _numbers;

    public string Name(ref ProtoReader reader) => Text(ref reader, limits.NameBytes);

    public string Text(ref ProtoReader reader, int most)
    {
        string text = reader.Text(most);
        _names += StringBytes + (2L * text.Length);
        return _names <= limits.NamesBytes
            ? text
            : throw new BadModelException($"{path} has more than {limits.NamesBytes >> 20} MB of names: it is not a usable generator.");
    }

    public double[]? Keep(double[]? numbers)
    {
        _numbers += numbers?.Length ?? 0;
        return _numbers <= limits.KeptNumbers
            ? numbers
            : throw new BadModelException($"{path} has more than {limits.KeptNumbers} numbers in attributes and small constants: it is not a usable generator.");
    }
}
