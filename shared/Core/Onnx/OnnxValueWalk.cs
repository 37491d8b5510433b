using System.Globalization;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>Reads a declared input or output: a tensor of a plain type, with few and sane dimensions.</summary>
internal static class OnnxValueWalk
{
    public static OnnxValue Walk(ProtoReader reader, string path, OnnxLimits limits, OnnxBudget budget)
    {
        var value = new OnnxValue("", "?", []);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    value = value with { Name = budget.Name(ref reader) };
                    break;
                case 2:
                    reader.Once();
                    value = WalkType(reader.Message(), value, path, limits, budget);
                    break;
                case 3 or 4:
                    reader.SkipText();
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of an input's or output's");
            }
        }

        return value;
    }

    private static OnnxValue WalkType(ProtoReader reader, OnnxValue value, string path, OnnxLimits limits, OnnxBudget budget)
    {
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    value = WalkTensor(reader.Message(), value, path, limits, budget);
                    break;
                case 6:
                    reader.SkipText();
                    break;
                default:
                    throw new BadModelException($"{path}: '{value.Name}' is not a tensor: it is not a usable generator.");
            }
        }

        return value;
    }

    private static OnnxValue WalkTensor(ProtoReader reader, OnnxValue value, string path, OnnxLimits limits, OnnxBudget budget)
    {
        while (reader.Next())
        {
            reader.Once();
            switch (reader.Field)
            {
                case 1:
                    long number = reader.Integer();
                    var type = OnnxElementType.Of(number) ?? throw new BadModelException(
                        $"{path}: '{value.Name}' has element type number {number}, expected numbers such as float32: it is not a usable generator.");
                    value = value with { ElementType = type.Name };
                    break;
                case 2:
                    value = WalkShape(reader.Message(), value, path, limits, budget);
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a tensor type's");
            }
        }

        return value;
    }

    private static OnnxValue WalkShape(ProtoReader reader, OnnxValue value, string path, OnnxLimits limits, OnnxBudget budget)
    {
        var dimensions = new List<string>();
        var sizes = new List<long?>();
        while (reader.Next())
        {
            if (reader.Field != 1 || dimensions.Count == limits.Dimensions)
            {
                throw reader.Damaged($"'{value.Name}' has no readable shape of at most {limits.Dimensions} dimensions");
            }

            var (text, size) = WalkDimension(reader.Message(), value, path, limits, budget);
            dimensions.Add(text);
            sizes.Add(size);
        }

        // Eight dimensions of at most 2^26 each stay below the range of a double by far.
        double values = sizes.Aggregate(1.0, (product, size) => product * (size ?? 1));
        if (values > limits.Values)
        {
            throw new BadModelException(
                $"{path}: '{value.Name}' has shape [{string.Join(", ", dimensions)}], expected at most {limits.Values} values: it is not a usable generator.");
        }

        return value with { Dimensions = dimensions, Sizes = sizes };
    }

    private static (string Text, long? Size) WalkDimension(ProtoReader reader, OnnxValue value, string path, OnnxLimits limits, OnnxBudget budget)
    {
        string dimension = "?";
        long? known = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    long size = reader.Integer();
                    dimension = size < 0 ? "?" : size.ToString(CultureInfo.InvariantCulture);
                    known = size < 0 ? null : size;
                    if (size > limits.Dimension)
                    {
                        throw new BadModelException(
                            $"{path}: '{value.Name}' has a dimension of {size}, expected at most {limits.Dimension}: it is not a usable generator.");
                    }

                    break;
                case 2:
                    reader.Once();
                    (dimension, known) = (budget.Name(ref reader), null);
                    break;
                case 3:
                    reader.SkipText();
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a dimension's");
            }
        }

        return (dimension, known);
    }
}
