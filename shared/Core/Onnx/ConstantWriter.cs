using System.Runtime.InteropServices;
using LatentWalk.Core.Networks;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Onnx;

/// <summary>Writes a network's numbers as <see cref="Precision"/> has them; what it returns names them in the type of the arithmetic.</summary>
internal sealed class ConstantWriter(GraphWriter writer, Precision precision)
{
    /// <summary>Of the arithmetic between the latent and the last activation.</summary>
    public DataType Arithmetic => precision == Precision.Float16 ? DataType.Float16 : DataType.Float;

    public string Weight(string name, GraphWeight weight)
    {
        switch (precision)
        {
            case Precision.Float16:
                return Halves(name, weight);
            case Precision.Float16Weights:
                return writer.Cast(Halves(name, weight), name + ".float", DataType.Float);
            case Precision.Int8Weights:
                var quantised = new Lazy<(sbyte[] Levels, float[] Scales)>(weight.ToInt8);
                writer.Constant(name, DataType.Int8, weight.Dims, bytes => MemoryMarshal.AsBytes<sbyte>(quantised.Value.Levels).CopyTo(bytes));
                writer.Constant(name + ".scale", DataType.Float, [weight.Outputs], bytes => MemoryMarshal.AsBytes<float>(quantised.Value.Scales).CopyTo(bytes));
                return writer.Node("DequantizeLinear", name + ".float", [name, name + ".scale"], GraphWriter.Number("axis", weight.OutputAxis));
            default:
                return writer.Constant(name, DataType.Float, weight.Dims, bytes => weight.Read(MemoryMarshal.Cast<byte, float>(bytes)));
        }
    }

    /// <summary>A convolution, stride 1, that keeps the side when its kernel is odd; an even one takes no margin.</summary>
    public string Convolution(string x, string name, FoldedConvolution convolution)
    {
        int margin = convolution.Kernel % 2 == 1 ? convolution.Kernel / 2 : 0;
        return writer.Node("Conv", name,
            [x, Weight(name + TensorNames.Weight, convolution.Weight), Floats(name + TensorNames.Bias, convolution.Bias, convolution.Bias.Length)],
            GraphWriter.Numbers("kernel_shape", convolution.Kernel, convolution.Kernel),
            GraphWriter.Numbers("pads", margin, margin, margin, margin));
    }

    /// <summary>Small constants: biases, masks.</summary>
    public string Floats(string name, float[] values, params long[] dims) => precision == Precision.Float16
        ? writer.Constant(name, DataType.Float16, dims, bytes => MemoryMarshal.AsBytes<Half>(HalfFloats.Of(values, name)).CopyTo(bytes))
        : writer.Constant(name, values, dims);

    private string Halves(string name, GraphWeight weight) =>
        writer.Constant(name, DataType.Float16, weight.Dims, bytes => MemoryMarshal.AsBytes<Half>(weight.ToHalf()).CopyTo(bytes));
}
