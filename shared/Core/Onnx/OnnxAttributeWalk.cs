using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>Checks one attribute of a node: no graphs, numbers of a sane size, tensors as any other.</summary>
internal static class OnnxAttributeWalk
{
    public static void Walk(ProtoReader reader, string path, OnnxLimits limits, OnnxTensorWalk tensors)
    {
        string name = "";
        var numbers = new List<long>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    name = reader.Text(limits.NameBytes);
                    break;
                case 2:
                    reader.Once();
                    reader.Single();
                    break;
                case 3:
                    reader.Once();
                    numbers.Add(reader.Integer());
                    break;
                case 4:
                    reader.Once();
                    reader.Text(limits.TextBytes);
                    break;
                case 5:
                    reader.Once();
                    tensors.Walk(reader.Message());
                    break;
                case 7:
                    RequireCount(reader.CountNumbers(4), limits, ref reader);
                    break;
                case 8:
                    reader.Integers(numbers, limits.AttributeNumbers);
                    break;
                case 9 or 13:
                    reader.Skip();
                    break;
                case 20:
                    reader.Once();
                    reader.Integer();
                    break;
                case 6 or 11:
                    throw new BadModelException($"{path} has a graph inside the attribute '{name}' of a node (control flow), which a generator does not need.");
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of an attribute's that a generator needs");
            }
        }

        long limit = Limit(name, limits);
        int over = numbers.FindIndex(number => number > limit || number < -limit);
        if (over >= 0)
        {
            throw new BadModelException($"{path} has a node whose attribute '{name}' is {numbers[over]}, expected at most {limit}: it is not a usable generator.");
        }
    }

    private static long Limit(string name, OnnxLimits limits) => name switch
    {
        // Constant's own values and Slice's bounds are data.
        "value_int" or "value_ints" or "starts" or "ends" => long.MaxValue,
        // What multiplies the size of a picture.
        "strides" or "dilations" or "blocksize" or "output_padding" => limits.Stride,
        _ => limits.AttributeNumber,
    };

    private static void RequireCount(long count, OnnxLimits limits, ref ProtoReader reader)
    {
        if (count > limits.AttributeNumbers)
        {
            throw reader.Damaged($"an attribute has {count} numbers, expected at most {limits.AttributeNumbers}");
        }
    }
}
