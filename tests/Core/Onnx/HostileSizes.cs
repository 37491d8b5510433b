using Google.Protobuf;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Tests.Onnx;

/// <summary>Small files whose inner tensors would be huge, endless to compute, or of no size that follows from the file.</summary>
internal static class HostileSizes
{
    private delegate string Build(GraphWriter writer, string z);

    public static IEnumerable<(string Name, byte[] File, string Message)> All() =>
        [.. Fillers(), .. Repeaters(), .. Resamplers(), .. Convolutions(), .. Products(), .. Unknowns(), .. Mismatches(), .. Incomplete(), .. Sums(), .. Types()];

    // What is made of constants alone is made while a file is loaded.
    private static IEnumerable<(string, byte[], string)> Fillers()
    {
        yield return Case("ConstantOfShape of 2^40", (w, z) => w.Node("ConstantOfShape", "big", [w.Constant("s", [1L << 20, 1L << 20])]), "makes a tensor of shape [1048576, 1048576], more than 512 MB");
        yield return Case("ConstantOfShape of 2^62", (w, z) => w.Node("ConstantOfShape", "big", [w.Constant("s", [1L << 62])]), "makes a tensor of shape [4000000000000000000]");
        yield return Case("ConstantOfShape of no rows", (w, z) => w.Node("ConstantOfShape", "big", [w.Constant("s", [0, 1L << 62])]), "makes a tensor of shape [0, 4000000000000000000]");
        yield return Case("ConstantOfShape of less than nothing", (w, z) => w.Node("ConstantOfShape", "big", [w.Constant("s", [-5])]), "makes a tensor of shape [-5]");
        yield return Case("ConstantOfShape of ten dimensions", (w, z) => w.Node("ConstantOfShape", "big", [w.Constant("s", [.. Enumerable.Repeat(2L, 10)])]), "makes a tensor of shape [2, 2");
        yield return Case("ConstantOfShape by product", (w, z) => w.Node("ConstantOfShape", "big", [w.Node("Mul", "s", [w.Constant("a", [1L << 20]), w.Constant("b", [1L << 20])])]), "makes a tensor of shape [1099511627776]");
        yield return Case("Range to a trillion", (w, z) => w.Node("Range", "big", [w.Scalar("a", 0f), w.Scalar("b", 1e12f), w.Scalar("c", 1f)]), "counts from 0 to");
        yield return Case("Range by nothing", (w, z) => w.Node("Range", "big", [w.Scalar("a", 0f), w.Scalar("b", 1f), w.Scalar("c", 0f)]), "counts from 0 to 1 by 0");
        yield return Case("OneHot of a trillion", (w, z) => w.Node("OneHot", "big", [w.Constant("i", [1, 2]), w.Node("Range", "d", [w.Scalar("a", 1e12f), w.Scalar("b", 1e12f + 131072f), w.Scalar("c", 131072f)]), w.Constant("v", [0f, 1f], 2)]), "makes a tensor of shape [2,");
        yield return Case("EyeLike of a large one", (w, z) => w.Node("EyeLike", "eye", [w.Node("Expand", "big", [z, w.Constant("s", [1L << 15, 1L << 15])])]), "combines shapes");
        yield return Case("a thousand large constants", (w, z) =>
        {
            string shape = w.Constant("s", [1L << 20]);
            string sum = z;
            for (int i = 0; i < 1000; i++)
            {
                string one = w.Node("ReduceMax", $"m{i}", [w.Node("ConstantOfShape", $"c{i}", [shape])], GraphWriter.Number("keepdims", 0));
                sum = w.Node("Add", $"sum{i}", [sum, one]);
            }

            return sum;
        }, "brings what is made of constants alone above 512 MB");
    }

    private static IEnumerable<(string, byte[], string)> Repeaters()
    {
        yield return Case("Expand to 2^40", (w, z) => w.Node("Expand", "big", [z, w.Constant("s", [1L << 38, 4])]), "makes a tensor of shape [274877906944, 4]");
        yield return Case("Expand a known number to less than nothing", (w, z) => w.Node("Expand", "big", [w.Constant("one", [7]), w.Constant("s", [-5])]), "makes a tensor of shape [-5]");
        yield return Case("Split into 2^62 and more", (w, z) => w.Node("Split", "big", [z, w.Constant("s", [1L << 62])]), "splits [1, 4] into");
        yield return Case("Tile by a billion", (w, z) => w.Node("Tile", "big", [z, w.Constant("s", [1, 1_000_000_000])]), "makes a tensor of shape [1, 4000000000]");
        yield return Case("Tile by 2^62", (w, z) => w.Node("Tile", "big", [z, w.Constant("s", [1L << 62, 1L << 62])]), "makes a tensor of shape");
        yield return Case("Tile by less than nothing", (w, z) => w.Node("Tile", "big", [z, w.Constant("s", [1, -1])]), "repeats [1, 4] by [1, -1]");
        yield return Case("Tile a hundred times", (w, z) =>
        {
            string twice = w.Constant("twice", [1, 2]);
            for (int i = 0; i < 100; i++)
            {
                z = w.Node("Tile", $"t{i}", [z, twice]);
            }

            return z;
        }, "makes a tensor of shape [1, 268435456]");
        yield return Case("Concat doubled a hundred times", (w, z) =>
        {
            for (int i = 0; i < 100; i++)
            {
                z = w.Node("Concat", $"t{i}", [z, z], GraphWriter.Number("axis", 0));
            }

            return z;
        }, "makes a tensor of shape");
        yield return Case("Pad by a billion", (w, z) => w.Node("Pad", "big", [z, w.Constant("s", [0, 0, 0, 500_000_000])]), "makes a tensor of shape [1, 500000004]");
        yield return Case("Pad by 2^60", (w, z) => w.Node("Pad", "big", [z, w.Constant("s", [0, 0, 0, 1L << 60])]), "pads [1, 4] by");
        yield return Case("Pad away everything", (w, z) => w.Node("Pad", "big", [z, w.Constant("s", [0, -9, 0, 0])]), "makes a tensor of shape [1, -5]");
        yield return Case("Gather the same again and again", (w, z) => w.Node("Gather", "big", [w.Node("Expand", "rows", [z, w.Constant("s", [2, 1L << 14, 4])]), w.Node("ConstantOfShape", "i", [w.Constant("n", [1L << 16])], Value(DataType.Int64))]), "makes a tensor of shape [65536, 16384, 4]");
        yield return Case("GatherND the same again and again", (w, z) => w.Node("GatherND", "big", [w.Node("Expand", "rows", [z, w.Constant("s", [1, 1L << 20, 4])]), w.Node("ConstantOfShape", "i", [w.Constant("n", [1L << 12, 1])], Value(DataType.Int64))]), "makes a tensor of shape [4096, 1048576, 4]");
        yield return Case("GatherElements at many places", (w, z) => w.Node("GatherElements", "big", [z, w.Node("Expand", "i", [w.Constant("one", [0]), w.Constant("n", [1L << 14, 1L << 14])])]), "makes a tensor of shape [16384, 16384]");
        yield return Case("columns and rows", (w, z) => w.Node("Add", "big", [Filled(w, "column", 1L << 15, 1), Filled(w, "row", 1, 1L << 15)]), "makes a tensor of shape [32768, 32768]");
        yield return Case("Where columns meet rows", (w, z) => w.Node("Where", "big", [w.Node("Cast", "yes", [Filled(w, "column", 1L << 15, 1)], GraphWriter.Number("to", 9)), Filled(w, "row", 1, 1L << 15), z]), "combines shapes");
        yield return Case("GridSample at many places", (w, z) => w.Node("GridSample", "big", [Picture(w, z), w.Node("Expand", "grid", [Filled(w, "g", 1, 1, 1, 2), w.Constant("n", [1, 1L << 13, 1L << 13, 2])])]), "brings what is made of constants alone above 512 MB");
    }

    private static IEnumerable<(string, byte[], string)> Resamplers()
    {
        yield return Case("Resize by 100000", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Constant("s", [1, 1, 1e5f, 1e5f], 4)]), "makes a tensor of shape [1, 4, 100000, 100000]");
        yield return Case("Resize by infinity", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Constant("s", [1, 1, float.PositiveInfinity, 1], 4)]), "scales [1, 4, 1, 1] by");
        yield return Case("Resize by not a number", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Constant("s", [1, 1, float.NaN, 1], 4)]), "scales [1, 4, 1, 1] by");
        yield return Case("Resize by less than nothing", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Constant("s", [1, 1, -2, 1], 4)]), "scales [1, 4, 1, 1] by");
        yield return Case("Resize to a million", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", "", w.Constant("s", [1, 4, 1 << 20, 1 << 20])]), "makes a tensor of shape [1, 4, 1048576, 1048576]");
        yield return Case("Resize to 2^62", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", "", w.Constant("s", [1, 4, 1L << 62, 1])]), "resizes [1, 4, 1, 1] to");
        yield return Case("Resize to what is not smaller", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", "", w.Constant("s", [1, 1 << 20])], GraphWriter.Numbers("axes", 2, 3), Text("keep_aspect_ratio_policy", "not_smaller")), "makes a tensor of shape [1, 4, 1048576, 1048576]");
        yield return Case("Resize four times by 64", (w, z) =>
        {
            string x = Picture(w, z), scales = w.Constant("s", [1, 1, 64, 64], 4);
            for (int i = 0; i < 4; i++)
            {
                x = w.Node("Resize", $"r{i}", [x, "", scales]);
            }

            return x;
        }, "makes a tensor of shape [1, 4, 262144, 262144]");
        yield return Case("Resize of opset 10", (w, z) => w.Node("Resize", "big", [Picture(w, z), w.Constant("s", [1, 1, 1e5f, 1e5f], 4)]), "makes a tensor of shape [1, 4, 100000, 100000]", opset: 10);
        yield return Case("Upsample of opset 9", (w, z) => w.Node("Upsample", "big", [Picture(w, z), w.Constant("s", [1, 1, 1e5f, 1e5f], 4)]), "makes a tensor of shape [1, 4, 100000, 100000]", opset: 9);
        yield return Case("Upsample of opset 7", (w, z) => w.Node("Upsample", "big", [Picture(w, z)], Floats("scales", 1, 1, 1e5f, 1e5f)), "makes a tensor of shape [1, 4, 100000, 100000]", opset: 7);
        yield return Case("Resize by scales from the latent", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Node("Reshape", "s", [z, w.Constant("four", [4])])]), "takes its scales from numbers that are not known before it runs");
        yield return Case("Resize by too few scales", (w, z) => w.Node("Resize", "big", [Picture(w, z), "", w.Constant("s", [2f, 2f], 2)]), "scales [1, 4, 1, 1] by [2, 2]");
        yield return Case("DepthToSpace of what does not divide", (w, z) => w.Node("DepthToSpace", "big", [Picture(w, z)], GraphWriter.Number("blocksize", 3)), "turns [1, 4, 1, 1] by blocks of 3");
        yield return Case("SpaceToDepth by blocks of nothing", (w, z) => w.Node("SpaceToDepth", "big", [Picture(w, z)], GraphWriter.Number("blocksize", 0)), "by blocks of 0");
    }

    private static IEnumerable<(string, byte[], string)> Convolutions()
    {
        yield return Case("ConvTranspose three times by 64", (w, z) =>
        {
            string x = Picture(w, z);
            string k = w.Constant("k", new float[4 * 4 * 4], 4, 4, 2, 2);
            for (int i = 0; i < 4; i++)
            {
                x = w.Node("ConvTranspose", $"t{i}", [x, k], GraphWriter.Numbers("strides", 64, 64), GraphWriter.Numbers("output_padding", 63, 63));
            }

            return x;
        }, "more than 512 MB for one run");
        yield return Case("ConvTranspose to a given size", (w, z) => Up(w, z, GraphWriter.Numbers("output_shape", 4096, 4096)), "makes a side of 4096 of one of 1");
        yield return Case("ConvTranspose padded to less than nothing", (w, z) => Up(w, z, GraphWriter.Numbers("pads", 4, 4, 4, 4)), "makes a side of");
        yield return Case("ConvTranspose by steps of nothing", (w, z) => Up(w, z, GraphWriter.Numbers("strides", 0, 0)), "strides [0, 0]");
        yield return Case("ConvTranspose by steps backwards", (w, z) => Up(w, z, GraphWriter.Numbers("strides", -2, -2)), "strides [-2, -2]");
        yield return Case("ConvTranspose in no groups", (w, z) => Up(w, z, GraphWriter.Number("group", 0)), "in 0 groups");
        yield return Case("ConvTranspose in three groups", (w, z) => Up(w, z, GraphWriter.Number("group", 3)), "in 3 groups");
        yield return Case("ConvTranspose with pads for one side", (w, z) => Up(w, z, GraphWriter.Numbers("pads", 1)), "and pads [1]");
        yield return Case("ConvTranspose with another kernel", (w, z) => Up(w, z, GraphWriter.Numbers("kernel_shape", 9, 9)), "declares kernel [9, 9] for weights of [2, 2]");
        yield return Case("ConvTranspose padded by itself", (w, z) => Up(w, z, Text("auto_pad", "SAME_DIFFERENT")), "pads 'SAME_DIFFERENT'");
        yield return Case("ConvTranspose dilated", (w, z) =>
        {
            string x = Picture(w, z), k = w.Constant("k", new float[4 * 4 * 100], 4, 4, 10, 10);
            for (int i = 0; i < 30; i++)
            {
                x = w.Node("ConvTranspose", $"t{i}", [x, k], GraphWriter.Numbers("dilations", 64, 64), GraphWriter.Numbers("strides", 2, 2));
            }

            return x;
        }, "MB");
        yield return Case("Conv padded by thousands", (w, z) => w.Node("Conv", "big", [Picture(w, z), w.Constant("k", new float[64 * 4], 64, 4, 1, 1)], GraphWriter.Numbers("pads", 4096, 4096, 4096, 4096)), "makes a tensor of shape [1, 64, 8193, 8193]");
        yield return Case("Conv of a kernel larger than the picture", (w, z) => w.Node("Conv", "big", [Picture(w, z), w.Constant("k", new float[4 * 25], 1, 4, 5, 5)]), "moves a kernel of 5 over a side of 1");
        yield return Case("Conv of other channels", (w, z) => w.Node("Conv", "big", [Picture(w, z), w.Constant("k", new float[3], 1, 3, 1, 1)]), "convolves [1, 4, 1, 1] with [1, 3, 1, 1]");
        yield return Case("Conv with a flat kernel", (w, z) => w.Node("Conv", "big", [Picture(w, z), w.Constant("k", new float[4], 4)]), "has kernel []");
        yield return Case("Conv of a vector", (w, z) => w.Node("Conv", "big", [z, w.Constant("k", new float[4], 1, 4, 1, 1)]), "moves over [1, 4]");
        yield return Case("AveragePool without a kernel", (w, z) => w.Node("AveragePool", "p", [Picture(w, z)]), "has no kernel_shape");
        yield return Case("MaxPool over nothing", (w, z) => w.Node("MaxPool", "p", [Picture(w, z)], GraphWriter.Numbers("kernel_shape", 0, 0)), "has kernel [0, 0]");
        yield return Case("MaxPool padded by thousands", (w, z) => w.Node("MaxPool", "p", [Picture(w, z)], GraphWriter.Numbers("kernel_shape", 1, 1), GraphWriter.Numbers("pads", 4096, 4096, 4096, 4096)), "makes a tensor of shape [1, 4, 8193, 8193]");
        yield return Case("ConvInteger that keeps its columns", (w, z) => w.Node("ConvInteger", "c", [w.Node("Cast", "q", [w.Node("Resize", "r", [Picture(w, z), "", w.Constant("s", [1, 1, 4096, 4096], 4)])], GraphWriter.Number("to", 2)), Bytes(w, "k", 1, 4, 5, 5)]), "brings the memory of one run above 1024 MB");
    }

    private static IEnumerable<(string, byte[], string)> Products()
    {
        yield return Case("MatMul of a column and a row", (w, z) => w.Node("MatMul", "big", [Filled(w, "column", 1L << 15, 1), Filled(w, "row", 1, 1L << 15)]), "makes a tensor of shape [32768, 32768]");
        yield return Case("Gemm of a column and a row", (w, z) => w.Node("Gemm", "big", [Filled(w, "row", 1, 1L << 15), Filled(w, "column", 1L << 15, 1)], GraphWriter.Number("transA", 1), GraphWriter.Number("transB", 1)), "makes a tensor of shape [32768, 32768]");
        yield return Case("Einsum of everything", (w, z) => w.Node("Einsum", "big", [Filled(w, "a", 1L << 15), Filled(w, "b", 1L << 15)], Text("equation", "i,j->ij")), "makes a tensor of shape [32768, 32768]");
        yield return Case("Einsum with dots", (w, z) => w.Node("Einsum", "big", [z, z], Text("equation", "...i,...j->...ij")), "has the equation '...i,...j->...ij'");
        yield return Case("Einsum of other sizes", (w, z) => w.Node("Einsum", "big", [z, z], Text("equation", "ij,jk->ik")), "has the equation 'ij,jk->ik'");
        yield return Case("Einsum without an equation", (w, z) => w.Node("Einsum", "big", [z]), "has the equation ''");
        yield return Case("MatMul of other sizes", (w, z) => w.Node("MatMul", "m", [z, w.Constant("k", new float[15], 5, 3)]), "multiplies [1, 4] by [5, 3]");
        yield return Case("MatMul of a number", (w, z) => w.Node("MatMul", "m", [z, w.Scalar("k", 1f)]), "multiplies [1, 4] by []");
        yield return Case("Gemm of other sizes", (w, z) => w.Node("Gemm", "m", [z, w.Constant("k", new float[15], 5, 3)]), "multiplies [1, 4] by [5, 3]");
        yield return Case("Gemm with another bias", (w, z) => w.Node("Gemm", "m", [z, w.Constant("k", new float[12], 4, 3), w.Constant("b", new float[9], 9)]), "combines shapes [1, 3] and [9]");
        yield return Case("Gemm of a larger bias", (w, z) => w.Node("Gemm", "m", [z, w.Constant("k", new float[12], 4, 3), w.Constant("b", new float[30], 10, 3)]), "adds [10, 3] to [1, 3]");
    }

    private static IEnumerable<(string, byte[], string)> Unknowns()
    {
        string Latent(GraphWriter w, string z) => w.Node("Cast", "numbers", [w.Node("Reshape", "flat", [z, w.Constant("four", [4])])], GraphWriter.Number("to", 7));
        yield return Case("Reshape by the latent", (w, z) => w.Node("Reshape", "x", [z, Latent(w, z)]), "takes its shape from numbers that are not known before it runs");
        yield return Case("Expand by the latent", (w, z) => w.Node("Expand", "x", [z, Latent(w, z)]), "takes its shape from numbers");
        yield return Case("Tile by the latent", (w, z) => w.Node("Tile", "x", [Picture(w, z), Latent(w, z)]), "takes its repeats from numbers");
        yield return Case("Pad by the latent", (w, z) => w.Node("Pad", "x", [z, Latent(w, z)]), "takes its pads from numbers");
        yield return Case("ConstantOfShape by the latent", (w, z) => w.Node("ConstantOfShape", "x", [Latent(w, z)]), "takes its shape from numbers");
        yield return Case("Slice by the latent", (w, z) => w.Node("Slice", "x", [Picture(w, z), Latent(w, z), Latent2(w, z)]), "takes its starts from numbers");
        yield return Case("Range by the latent", (w, z) => w.Node("Range", "x", [w.Scalar("a", 0f), w.Node("ReduceMax", "m", [z], GraphWriter.Number("keepdims", 0)), w.Scalar("c", 1f)]), "takes its end from numbers");
        yield return Case("OneHot by the latent", (w, z) => w.Node("OneHot", "x", [w.Constant("i", [0]), Latent(w, z), w.Constant("v", [0f, 1f], 2)]), "takes its depth from numbers");
        yield return Case("Squeeze by the latent", (w, z) => w.Node("Squeeze", "x", [z, Latent(w, z)]), "takes its axes from numbers");
        yield return Case("Split by the latent", (w, z) => w.Node("Split", "x", [z, Latent(w, z)]), "takes its split from numbers");
        yield return Case("ReduceSum over the latent", (w, z) => w.Node("ReduceSum", "x", [z, Latent(w, z)]), "takes its axes from numbers");
        yield return Case("Reshape by thousands of numbers", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", new long[5000])]), "takes its shape from numbers that are not known");

        static string Latent2(GraphWriter w, string z) => w.Node("Cast", "others", [z], GraphWriter.Number("to", 7));
    }

    private static IEnumerable<(string, byte[], string)> Mismatches()
    {
        yield return Case("Reshape to more", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [5])]), "reshapes [1, 4] to [5]");
        yield return Case("Reshape to two unknowns", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [-1, -1])]), "reshapes [1, 4] to [-1, -1]");
        yield return Case("Reshape to less than nothing", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [-7])]), "reshapes [1, 4] to [-7]");
        yield return Case("Reshape to what does not divide", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [3, -1])]), "reshapes [1, 4] to [3, -1]");
        yield return Case("Reshape to a copied dimension that is not there", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [4, 1, 0])]), "reshapes [1, 4] to [4, 1, 0]");
        yield return Case("Reshape to 2^62 squared", (w, z) => w.Node("Reshape", "x", [z, w.Constant("s", [1L << 62, 1L << 62])]), "reshapes [1, 4] to");
        yield return Case("Add of other sizes", (w, z) => w.Node("Add", "x", [z, w.Constant("k", new float[3], 3)]), "combines shapes [1, 4] and [3]");
        yield return Case("Concat of other ranks", (w, z) => w.Node("Concat", "x", [z, w.Constant("k", new float[3], 3)], GraphWriter.Number("axis", 0)), "joins [1, 4] and [3]");
        yield return Case("Concat along what is not there", (w, z) => w.Node("Concat", "x", [z, z], GraphWriter.Number("axis", 7)), "names dimension 7 of 2");
        yield return Case("Transpose by a wrong order", (w, z) => w.Node("Transpose", "x", [z], GraphWriter.Numbers("perm", 0, 0)), "orders [1, 4] by [0, 0]");
        yield return Case("Transpose by an order of five", (w, z) => w.Node("Transpose", "x", [z], GraphWriter.Numbers("perm", 0, 1, 2, 3, 4)), "orders [1, 4]");
        yield return Case("Squeeze what is not 1", (w, z) => w.Node("Squeeze", "x", [z, w.Constant("a", [1])]), "takes dimensions other than 1 from [1, 4]");
        yield return Case("Unsqueeze nine times", (w, z) => w.Node("Unsqueeze", "x", [z, w.Constant("a", [0, 1, 2, 3, 4, 5, 6, 7, 8])]), "adds 9 dimensions");
        yield return Case("Unsqueeze to nine dimensions", (w, z) => w.Node("Unsqueeze", "x", [z, w.Constant("a", [0, 1, 2, 3, 4, 5, 6])]), "makes a tensor of shape");
        yield return Case("Unsqueeze one dimension twice", (w, z) => w.Node("Unsqueeze", "x", [z, w.Constant("a", [0, 0])]), "adds one dimension twice");
        yield return Case("Flatten at nine", (w, z) => w.Node("Flatten", "x", [z], GraphWriter.Number("axis", 9)), "flattens [1, 4] at 9");
        yield return Case("Gather from outside", (w, z) => w.Node("Gather", "x", [w.Node("Shape", "s", [z]), w.Constant("i", [7])]), "picks from outside [2]");
        yield return Case("GatherND too deep", (w, z) => w.Node("GatherND", "x", [z, w.Constant("i", [0, 0, 0, 0, 0])]), "picks from [1, 4] by [5]");
        yield return Case("Slice by steps of nothing", (w, z) => w.Node("Slice", "x", [z, w.Constant("a", [0]), w.Constant("b", [1]), w.Constant("c", [0]), w.Constant("d", [0])]), "steps of 0");
        yield return Case("Slice by lists of other lengths", (w, z) => w.Node("Slice", "x", [z, w.Constant("a", [0, 0]), w.Constant("b", [1])]), "lists of different lengths");
        yield return Case("Split into more than there is", (w, z) => w.Node("Split", "x", [z, w.Constant("a", [9])], GraphWriter.Number("axis", 1)), "splits [1, 4] into [9]");
        yield return Case("Pad by pads for one side", (w, z) => w.Node("Pad", "x", [z, w.Constant("a", [1])]), "pads [1, 4] by [1]");
        yield return Case("ReduceMean over what is not there", (w, z) => w.Node("ReduceMean", "x", [z], GraphWriter.Numbers("axes", 5)), "names dimension 5 of 2");
        yield return Case("BatchNormalization of a vector", (w, z) => w.Node("BatchNormalization", "x", [w.Node("Squeeze", "v", [z, w.Constant("a", [0])])]), "normalises [4]");
        yield return Case("GlobalAveragePool of a vector", (w, z) => w.Node("GlobalAveragePool", "x", [z]), "pools [1, 4]");
    }

    private static IEnumerable<(string, byte[], string)> Incomplete()
    {
        foreach (string operation in new[] { "Relu", "Tanh", "Softmax", "Reshape", "Transpose", "Shape", "ConstantOfShape", "Conv", "ConvTranspose", "MatMul", "Gemm", "Resize", "ReduceSum", "Pad", "DequantizeLinear" })
        {
            yield return Case($"{operation} of nothing", (w, z) => w.Node(operation, "x", []), "has no input 1");
        }

        yield return Case("Concat of nothing", (w, z) => w.Node("Concat", "x", []), "has no inputs");
        yield return Case("Conv without weights", (w, z) => w.Node("Conv", "x", [Picture(w, z)]), "has no input 2");
        yield return Case("Conv with its weights left out", (w, z) => w.Node("Conv", "x", [Picture(w, z), ""]), "has no input 2");
        yield return Case("Gemm without weights", (w, z) => w.Node("Gemm", "x", [z]), "has no input 2");
        yield return Case("Reshape without a shape", (w, z) => w.Node("Reshape", "x", [z]), "has no input 2");
        yield return Case("Resize without scales", (w, z) => w.Node("Resize", "x", [Picture(w, z)]), "has no input 3");
        yield return Case("Slice without bounds", (w, z) => w.Node("Slice", "x", [z]), "has no starts");
        yield return Case("Unsqueeze without axes", (w, z) => w.Node("Unsqueeze", "x", [z]), "has no axes");
        yield return Case("Pad without pads", (w, z) => w.Node("Pad", "x", [z]), "has no pads");
        yield return Case("Constant without a value", (w, z) => w.Node("Constant", "x", []), "has no value made of numbers");
        yield return Case("QLinearConv without scales", (w, z) => w.Node("QLinearConv", "x", [z, z]), "has no input 4");
        yield return Case("Where without a choice", (w, z) => w.Node("Where", "x", [z]), "has no input 2");
    }

    private static IEnumerable<(string, byte[], string)> Sums()
    {
        yield return Case("three large tensors at a time", (w, z) =>
        {
            string shape = w.Constant("s", [1L << 25, 4]);
            string[] parts = [.. Enumerable.Range(0, 3).Select(i => w.Node("Expand", $"e{i}", [z, shape]))];
            return w.Node("Sum", "sum", parts);
        }, "brings the memory of one run above 1024 MB");
        yield return Case("one weight in two thousand products", (w, z) =>
        {
            string k = w.Constant("k", new float[1 << 18], 1 << 9, 1 << 9);
            string x = w.Node("Tile", "x", [z, w.Constant("t", [1, 128])]);
            for (int i = 0; i < 2000; i++)
            {
                x = w.Node("MatMul", $"m{i}", [x, k]);
            }

            return x;
        }, "brings the weights of all nodes above 1024 MB");
        yield return Case("squares of a large matrix", (w, z) =>
        {
            string x = w.Node("Expand", "e", [w.Node("Reshape", "r", [z, w.Constant("one", [4, 1, 1])]), w.Constant("s", [4, 2048, 2048])]);
            for (int i = 0; i < 40; i++)
            {
                x = w.Node("MatMul", $"m{i}", [x, x]);
            }

            return x;
        }, "brings the work of one run above");
        yield return Case("a thousand passes over a large tensor", (w, z) =>
        {
            string x = w.Node("Expand", "e", [z, w.Constant("s", [1L << 24, 4])]);
            for (int i = 0; i < 1000; i++)
            {
                x = w.Node("Relu", $"m{i}", [x]);
            }

            return x;
        }, "brings what is made in one run above");
        yield return ("a batch of sixteen thousand", Model((w, z) => w.Node("Expand", "e", [z, w.Constant("s", [16384, 1L << 10, 4])]), 17, batch: 16384, rows: 1), "combines shapes");
        yield return ("a batch of sixteen thousand large pictures", Model((w, z) => w.Node("Tile", "e", [z, w.Constant("s", [1, 1L << 12])]), 17, batch: 16384, rows: 1), "makes a tensor of shape [16384, 16384]");
    }

    private static IEnumerable<(string, byte[], string)> Types()
    {
        foreach (long type in new[] { 0L, 8, 14, 99, -1 })
        {
            yield return Case($"Cast to {type}", (w, z) => w.Node("Cast", "x", [z], GraphWriter.Number("to", type)), $"makes element type number {type}");
        }

        yield return Case("Constant of text", (w, z) => w.Node("Constant", "x", [], Text("value_string", "rm -rf")), "has no value made of numbers");
        yield return ("an output declared smaller than it is", Declared(2), "is declared as float32 [batch, 3, 2, 2], but the graph makes float32 [1, 4]");
        yield return ("an output of another type", Declared(0, DataType.Uint8), "is declared as uint8");
        var two = Model((w, z) => w.Node("Relu", "x", [z]), 17);
        var model = ModelProto.Parser.ParseFrom(two);
        model.Graph.Node[0].Output.Add("y");
        yield return ("Relu of two outputs", model.ToByteArray(), "has 2 outputs, expected at most 1");
        model.Graph.Node[0].Output.RemoveAt(1);
        model.Graph.Node[0].Attribute.Add([GraphWriter.Number("a", 1), GraphWriter.Number("a", 2)]);
        yield return ("two attributes of one name", model.ToByteArray(), "has a node with two attributes 'a'");
        model.Graph.Node[0].Attribute.Clear();
        model.Graph.Input.Add(model.Graph.Input[0]);
        yield return ("two inputs of one name", model.ToByteArray(), "has two inputs named 'z'");
        model.Graph.Input.RemoveAt(1);
        model.Graph.Input[0].Type.TensorType.Shape = null;
        yield return ("an input without a shape", model.ToByteArray(), "input 'z' has no shape");
        model.Graph.Input[0].Type = null;
        yield return ("an input without a type", model.ToByteArray(), "input 'z' has no element type");
    }

    private static byte[] Declared(int rank, DataType type = DataType.Float)
    {
        var model = HostileModels.Harmless();
        if (rank > 0)
        {
            model.Graph.Node[1].Input[1] = "flat";
            new GraphWriter(model.Graph).Constant("flat", [-1, 4]);
            model.Graph.Node[1].Input[0] = "z";
        }
        else
        {
            model.Graph.Output[0].Type.TensorType.ElemType = (int)type;
        }

        return model.ToByteArray();
    }

    private static (string, byte[], string) Case(string name, Build build, string message, int opset = 17) => (name, Model(build, opset), message);

    // What is built is an output as well: nothing may be refused only because nobody needs it.
    private static byte[] Model(Build build, int opset, long? batch = null, int rows = 0)
    {
        var graph = new GraphProto { Name = "g" };
        var writer = new GraphWriter(graph);
        graph.Input.Add(GraphWriter.Value("z", DataType.Float, batch, 4));
        string last = build(writer, "z");
        graph.Output.Add(new ValueInfoProto { Name = last });
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        return rows > 0 || batch is null ? model.ToByteArray() : throw new InvalidOperationException("a fixed batch wants rows");
    }

    private static string Picture(GraphWriter writer, string z) => writer.Node("Reshape", "picture", [z, writer.Constant("picture.shape", [-1, 4, 1, 1])]);

    private static string Up(GraphWriter writer, string z, AttributeProto attribute) =>
        writer.Node("ConvTranspose", "up", [Picture(writer, z), writer.Constant("k", new float[4 * 4 * 4], 4, 4, 2, 2)], attribute);

    private static string Filled(GraphWriter writer, string name, params long[] dims) =>
        writer.Node("ConstantOfShape", name, [writer.Constant(name + ".shape", dims)]);

    private static string Bytes(GraphWriter writer, string name, params long[] dims) =>
        writer.Node("Cast", name, [Filled(writer, name + ".floats", dims)], GraphWriter.Number("to", 2));

    private static AttributeProto Text(string name, string text) => new() { Name = name, S = ByteString.CopyFromUtf8(text), Type = AttributeProto.Types.AttributeType.String };

    private static AttributeProto Floats(string name, params float[] values) => new() { Name = name, Floats = { values }, Type = AttributeProto.Types.AttributeType.Floats };

    private static AttributeProto Value(DataType type) =>
        new() { Name = "value", T = new TensorProto { DataType = (int)type, Dims = { 1 }, RawData = ByteString.CopyFrom(new byte[8]) }, Type = AttributeProto.Types.AttributeType.Tensor };
}
