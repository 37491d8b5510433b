using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>Checks that a constant's values are inside the file and exactly as many as its shape says.</summary>
internal sealed class OnnxTensorWalk(string path, OnnxLimits limits, OnnxBudget budget)
{
    private const int RawData = 9;

    /// <summary>Values in all tensors so far.</summary>
    public long Elements { get; private set; }

    public OnnxTensor Walk(ProtoReader reader)
    {
        string name = "";
        long typeNumber = 0;
        var dims = new List<long>();
        ReadOnlySpan<byte> few = [];
        long rawBytes = -1;
        long values = 0;
        int valuesField = 0;
        var numbers = new List<double>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Integers(dims, limits.Dimensions);
                    break;
                case 2:
                    reader.Once();
                    typeNumber = reader.Integer();
                    break;
                case 4 or 5 or 7 or 10 or 11:
                    if (valuesField != 0 && valuesField != reader.Field)
                    {
                        throw reader.Damaged("a tensor has its values in two forms");
                    }

                    valuesField = reader.Field;
                    values += reader.Numbers(numbers, reader.Field switch { 4 => 4, 10 => 8, _ => 0 }, limits.KnownNumbers);
                    break;
                case 8:
                    reader.Once();
                    name = budget.Name(ref reader);
                    break;
                case RawData:
                    reader.Once();
                    rawBytes = reader.BytesLength(out var bytes, limits.KnownNumbers * sizeof(double));
                    few = bytes;
                    break;
                case 12 or 16:
                    reader.SkipText();
                    break;
                case 13:
                    throw Outside(name);
                case 14:
                    reader.Once();
                    if (reader.Integer() != 0)
                    {
                        throw Outside(name);
                    }

                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a tensor's");
            }
        }

        var type = OnnxElementType.Of(typeNumber)
            ?? throw new BadModelException($"{path}: constant '{name}' has element type number {typeNumber}, expected numbers such as float32: it is not a usable generator.");
        long count = Match(name, type, dims, rawBytes, values, valuesField);
        Elements += count;
        return new OnnxTensor(name, type, [.. dims], count > limits.KnownNumbers ? null : budget.Keep(rawBytes >= 0 ? RawNumbers.Read(type, few, (int)count) : [.. numbers]));
    }

    private long Match(string name, OnnxElementType type, List<long> dims, long rawBytes, long values, int valuesField)
    {
        // Every value is in the file, so more values than the file has bytes is nonsense, and the product cannot overflow.
        long expected = 1;
        bool sane = true;
        foreach (long dim in dims)
        {
            sane &= dim >= 0 && dim <= limits.FileBytes && (expected *= dim) <= limits.FileBytes;
            if (!sane)
            {
                throw new BadModelException($"{path}: constant '{name}' has shape [{string.Join(", ", dims)}], more than any file holds: it is not a usable generator.");
            }
        }

        bool raw = rawBytes >= 0;
        long found = raw ? rawBytes / type.Bytes : values;
        bool exact = raw ? rawBytes == expected * type.Bytes && valuesField == 0 : valuesField == 0 || valuesField == type.Field;
        return exact && found == expected
            ? expected
            : throw new BadModelException(
                $"{path}: constant '{name}' holds {(raw ? $"{rawBytes} bytes" : $"{values} values")}, expected {expected} of {type.Name} for shape [{string.Join(", ", dims)}]; download or export it again.");
    }

    private BadModelException Outside(string name) =>
        new($"{path}: constant '{name}' lies outside the file (external data), expected one file with everything in it; export it without external data.");
}
