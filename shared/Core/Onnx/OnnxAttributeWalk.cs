using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>Checks one attribute of a node: no graphs, numbers of a sane size, tensors as any other.</summary>
internal static class OnnxAttributeWalk
{
    public static OnnxAttribute Walk(ProtoReader reader, string path, OnnxLimits limits, OnnxTensorWalk tensors, OnnxBudget budget)
    {
        string name = "";
        string? text = null;
        OnnxTensor? tensor = null;
        long count = 0, floats = 0;
        bool list = false;
        var numbers = new List<double>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    name = budget.Name(ref reader);
                    break;
                case 2:
                    reader.Once();
                    floats = 1;
                    count += reader.Numbers(numbers, 4, limits.AttributeNumbers);
                    break;
                case 3:
                    reader.Once();
                    count += reader.Numbers(numbers, 0, limits.AttributeNumbers);
                    break;
                case 4:
                    reader.Once();
                    text = budget.Name(ref reader);
                    break;
                case 5:
                    reader.Once();
                    tensor = tensors.Walk(reader.Message());
                    break;
                case 7:
                    (list, floats) = (true, 1);
                    count += reader.Numbers(numbers, 4, limits.AttributeNumbers);
                    break;
                case 8:
                    list = true;
                    count += reader.Numbers(numbers, 0, limits.AttributeNumbers);
                    break;
                case 9 or 13:
                    reader.SkipText();
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

            if (count > limits.AttributeNumbers)
            {
                throw reader.Damaged($"an attribute has more than {limits.AttributeNumbers} numbers");
            }
        }

        long limit = floats > 0 ? long.MaxValue : Limit(name, limits);
        int over = numbers.FindIndex(number => number > limit || number < -(double)limit);
        if (over >= 0)
        {
            throw new BadModelException($"{path} has a node whose attribute '{name}' is {numbers[over]:f0}, expected at most {limit}: it is not a usable generator.");
        }

        return new OnnxAttribute
        {
            Name = name,
            Numbers = count > 0 && count <= limits.KnownNumbers ? budget.Keep([.. numbers]) : null,
            Count = count,
            Text = text,
            Tensor = tensor,
            IsList = list,
            IsFloat = floats > 0,
        };
    }

    private static long Limit(string name, OnnxLimits limits) => name switch
    {
        // Constant's own values and Slice's bounds are data.
        "value_int" or "value_ints" or "starts" or "ends" => long.MaxValue,
        // What multiplies the size of a picture.
        "strides" or "dilations" or "blocksize" or "output_padding" => limits.Stride,
        _ => limits.AttributeNumber,
    };
}
