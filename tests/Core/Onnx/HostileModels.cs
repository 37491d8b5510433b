using System.Text;
using Google.Protobuf;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Core.Tests.Onnx;

/// <summary>Files that no generator needs, each with a piece of the message that refuses it.</summary>
internal static class HostileModels
{
    public static IEnumerable<(string Name, byte[] File, string Message)> All() =>
        [.. Outside(), .. Tensors(), .. Nodes(), .. Graphs(), .. Models(), .. Wire(), .. HostileSizes.All(), .. BrokenModels.All()];

    public static ModelProto Harmless()
    {
        var graph = new GraphProto { Name = "g" };
        var writer = new GraphWriter(graph);
        graph.Input.Add(GraphWriter.Value("z", DataType.Float, null, 4));
        string x = writer.Node("MatMul", "product", ["z", writer.Constant("w", new float[48], 4, 12)]);
        writer.Node("Reshape", "image", [x, writer.Constant("shape", [-1, 3, 2, 2])]);
        graph.Output.Add(GraphWriter.Value("image", DataType.Float, null, 3, 2, 2));
        var model = new ModelProto { IrVersion = 8, ProducerName = "test", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return model;
    }

    private static IEnumerable<(string, byte[], string)> Outside()
    {
        string[] places =
        [
            "weights.bin", "../weights.bin", "a/../../b", "..\\b", "/etc/passwd", "C:\\b", "\\\\server\\share", "#mem", "*/_ORT_MEM_ADDR_/*", "a\0b", "", ".", "~", "file:///etc/passwd",
        ];
        foreach (string place in places)
        {
            byte[] entry = Message((1, Text("location")), (2, Text(place)));
            yield return ($"external data at '{place}'", WithTensorFields((13, entry), (14, 1)), "lies outside the file (external data)");
            yield return ($"external data at '{place}', not declared", WithTensorFields((13, entry)), "lies outside the file (external data)");
        }

        yield return ("external data declared without a place", WithTensorFields((14, 1)), "lies outside the file");
        yield return ("an unknown data location", WithTensorFields((14, 7)), "lies outside the file");
        var hidden = Harmless();
        hidden.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "value", T = new TensorProto { DataType = 1, Dims = { 1 }, RawData = ByteString.CopyFrom(new byte[4]) } });
        byte[] bytes = hidden.ToByteArray();
        yield return ("external data in an attribute's tensor", Insert(bytes, hidden, node: 0, attribute: 0, (13, Message((1, Text("location")), (2, Text("x"))))), "lies outside the file");
    }

    private static IEnumerable<(string, byte[], string)> Tensors()
    {
        foreach (long[] dims in new long[][] { [-1], [long.MaxValue, long.MaxValue], [1L << 40], [1L << 31, 1L << 31, 1L << 31], [long.MinValue] })
        {
            yield return ($"dims {string.Join('x', dims)}", Mutate(m => SetDims(m, dims)), "more than any file holds");
        }

        yield return ("nine dims", Mutate(m => SetDims(m, [1, 1, 1, 1, 1, 1, 1, 1, 1])), "more than 8 numbers");
        yield return ("fewer bytes than the shape", Mutate(m => m.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[8])), "constant 'w' holds 8 bytes, expected 48 of float32 for shape [4, 12]");
        yield return ("more bytes than the shape", Mutate(m => m.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[4000])), "holds 4000 bytes");
        yield return ("no values", Mutate(m => m.Graph.Initializer[0].ClearRawData()), "holds 0 values");
        yield return ("too many typed values", Mutate(m => { m.Graph.Initializer[0].ClearRawData(); m.Graph.Initializer[0].FloatData.Add(new float[49]); }), "holds 49 values");
        yield return ("values twice", Mutate(m => m.Graph.Initializer[0].FloatData.Add(1f)), "constant 'w' holds");
        foreach (int type in new[] { 0, 8, 14, 15, 17, 23, 99, -1 })
        {
            yield return ($"element type {type}", Mutate(m => m.Graph.Initializer[0].DataType = type), $"element type number {type}");
        }

        yield return ("two constants of one name", Mutate(m => m.Graph.Initializer[1].Name = "w"), "two constants named 'w'");
        yield return ("text constants", WithTensorFields((6, Text("a"))), "field 6");
        yield return ("a segment", WithTensorFields((3, Message((1, 0)))), "field 3");
    }

    private static IEnumerable<(string, byte[], string)> Nodes()
    {
        foreach (string operation in new[] { "If", "Loop", "Scan", "SequenceMap", "SequenceConstruct", "Optional", "StringNormalizer", "RandomNormal", "RandomUniformLike", "Multinomial", "ImageDecoder", "NonMaxSuppression", "NonZero", "TopK", "Unique", "Compress", "Bernoulli", "RandomNormalLike", "RandomUniform", "LSTM", "GRU", "RNN", "Attention", "SequenceAt", "SplitToSequence", "OptionalGetElement", "TfIdfVectorizer", "StringConcat", "RegexFullMatch", "DeformConv", "Col2Im", "Adam", "Gradient", "EPContext", "relu", "Relu ", "PythonOp", "" })
        {
            yield return ($"operator '{operation}'", Mutate(m => m.Graph.Node[0].OpType = operation), $"uses operator '{operation}', which is not one");
        }

        foreach (string domain in new[] { "com.microsoft", "ai.onnx.ml", "custom", "com.microsoft.experimental" })
        {
            yield return ($"domain {domain}", Mutate(m => m.Graph.Node[0].Domain = domain), $"of '{domain}', expected standard operators only");
        }

        byte[] loop = Message((1, Text("body")), (6, Message((2, Text("inner")))), (20, 5));
        yield return ("a graph in an attribute", WithNodeField(5, loop), "has a graph inside the attribute 'body'");
        yield return ("graphs in an attribute", WithNodeField(5, Message((1, Text("b")), (11, Message()))), "has a graph inside the attribute 'b'");
        yield return ("a reference attribute", WithNodeField(5, Message((1, Text("b")), (21, Text("outer")))), "field 21");
        yield return ("a type attribute", WithNodeField(5, Message((1, Text("b")), (14, Message()))), "field 14");
        foreach (string name in new[] { "strides", "dilations", "blocksize", "output_padding" })
        {
            yield return ($"{name} of a million", Mutate(m => m.Graph.Node[0].Attribute.Add(GraphWriter.Numbers(name, 1_000_000))), $"attribute '{name}' is 1000000, expected at most 64");
        }

        foreach (string name in new[] { "pads", "kernel_shape", "axis", "group", "output_shape" })
        {
            foreach (long value in new[] { 1L << 40, long.MinValue })
            {
                yield return ($"{name} of {value}", Mutate(m => m.Graph.Node[0].Attribute.Add(GraphWriter.Numbers(name, value))), $"attribute '{name}' is {value}");
            }
        }

        yield return ("a node of a thousand inputs", Mutate(m => m.Graph.Node[0].Input.Add(Enumerable.Repeat("z", 1000))), "has a node with more than 256 parts");
        yield return ("a name of a megabyte", Mutate(m => m.Graph.Node[0].Input[0] = new string('z', 1 << 20)), "is a text of 1048576 bytes");
    }

    private static IEnumerable<(string, byte[], string)> Graphs()
    {
        yield return ("a cycle", Mutate(m => m.Graph.Node[0].Input[0] = "image"), "reads 'image' before anything makes it");
        yield return ("a node that reads itself", Mutate(m => m.Graph.Node[0].Input[0] = "product"), "reads 'product' before anything makes it");
        yield return ("an unknown name", Mutate(m => m.Graph.Node[0].Input[0] = "nobody"), "reads 'nobody'");
        yield return ("a value made twice", Mutate(m => m.Graph.Node[1].Output[0] = "product"), "makes 'product' twice");
        yield return ("an input made again", Mutate(m => m.Graph.Node[0].Output[0] = "z"), "makes 'z' twice");
        yield return ("an output nobody makes", Mutate(m => m.Graph.Output[0].Name = "ghost"), "has an output 'ghost' that nothing makes");
        yield return ("no nodes", Mutate(m => m.Graph.Node.Clear()), "has no nodes");
        yield return ("two hundred thousand nodes", Mutate(m => m.Graph.Node.Add(Enumerable.Repeat(new NodeProto { OpType = "Relu" }, 200_000))), "has more than 20000 nodes");
        yield return ("two hundred thousand constants", Mutate(m => m.Graph.Initializer.Add(Enumerable.Range(0, 200_000).Select(i => new TensorProto { Name = $"{i}", DataType = 1, Dims = { 0 }, RawData = ByteString.Empty }))), "has more than 20000 constants");
        yield return ("a hundred thousand inputs", Mutate(m => m.Graph.Input.Add(Enumerable.Repeat(m.Graph.Input[0], 100_000))), "has more than 20000 inputs");
        yield return ("a thousand outputs", Mutate(m => m.Graph.Output.Add(Enumerable.Repeat(m.Graph.Output[0], 1000))), "has more than 256 outputs");
        yield return ("a picture a million wide", Mutate(m => m.Graph.Output[0].Type.TensorType.Shape.Dim[2].DimValue = 1_000_000), "'image' has a dimension of 1000000, expected at most 16384");
        yield return ("a picture of a billion values", Mutate(m => { m.Graph.Output[0].Type.TensorType.Shape.Dim[2].DimValue = 16384; m.Graph.Output[0].Type.TensorType.Shape.Dim[3].DimValue = 16384; }), "expected at most 67108864 values");
        yield return ("a latent of 2^62", Mutate(m => m.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = 1L << 62), "'z' has a dimension of 4611686018427387904");
        yield return ("an input of nine dimensions", Mutate(m => m.Graph.Input[0].Type.TensorType.Shape.Dim.Add(Enumerable.Repeat(new TensorShapeProto.Types.Dimension { DimValue = 1 }, 7))), "at most 8 dimensions");
        yield return ("a text input", Mutate(m => m.Graph.Input[0].Type.TensorType.ElemType = 8), "'z' has element type number 8");
        yield return ("a sequence input", WithGraphField(11, Message((1, Text("s")), (2, Message((4, Message()))))), "'s' is not a tensor");
        yield return ("sparse constants", WithGraphField(15, Message()), "has sparse constants");
        yield return ("an unknown part of a graph", WithGraphField(40, Message()), "field 40 is not one of a graph's");
    }

    private static IEnumerable<(string, byte[], string)> Models()
    {
        byte[] harmless = Harmless().ToByteArray();
        foreach (long opset in new[] { 0, 1, 6, 24, 999, -1, long.MaxValue })
        {
            yield return ($"opset {opset}", Mutate(m => m.OpsetImport[0].Version = opset), $"uses opset {opset}, expected 7 to 23");
        }

        foreach (long ir in new[] { 1, 2, 12, 99, -8 })
        {
            yield return ($"format {ir}", Mutate(m => m.IrVersion = ir), $"has ONNX format version {ir}, expected 3 to 11");
        }

        yield return ("no opset", Mutate(m => m.OpsetImport.Clear()), "uses opset 0");
        yield return ("two opsets", Mutate(m => m.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx", Version = 13 })), "the standard opset is listed twice");
        yield return ("no graph", Mutate(m => m.Graph = null), "it has no graph");
        yield return ("no format", Mutate(m => m.ClearIrVersion()), "it has no format version");
        yield return ("functions", [.. harmless, .. Message((25, Message((1, Text("f")))))], "carries functions of its own");
        yield return ("training", [.. harmless, .. Message((20, Message()))], "carries training graphs");
        yield return ("two graphs", [.. harmless, .. Message((7, Message((2, Text("g")))))], "field 7 occurs twice");
        yield return ("an unknown part", [.. harmless, .. Message((60, Message()))], "field 60 is not one of an ONNX model's");
        yield return ("metadata twice", Mutate(m => m.MetadataProps.Add(Enumerable.Repeat(new StringStringEntryProto { Key = "a", Value = "b" }, 2))), "metadata 'a' occurs twice");
        yield return ("two thousand metadata", Mutate(m => m.MetadataProps.Add(Enumerable.Range(0, 2000).Select(i => new StringStringEntryProto { Key = $"{i}", Value = "b" }))), "more than 1024 metadata entries");
        yield return ("metadata of 20 MB", Mutate(m => m.MetadataProps.Add(new StringStringEntryProto { Key = "a", Value = new string('b', 20 << 20) })), "is a text of 20971520 bytes");
    }

    private static IEnumerable<(string, byte[], string)> Wire()
    {
        byte[] harmless = Harmless().ToByteArray();
        yield return ("text", "this is not a model"u8.ToArray(), "not a readable ONNX file, at byte 0");
        yield return ("zeros", new byte[100], "field 0");
        yield return ("an endless number", [.. Enumerable.Repeat((byte)0xFF, 100)], "more than 64 bits");
        yield return ("a length beyond the file", [0x3A, 0xFF, 0xFF, 0xFF, 0x7F], "announces 268435455 bytes where 0 are left");
        yield return ("a length of 2^63", [0x3A, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], "announces 9223372036854775808 bytes");
        yield return ("a group", [.. harmless, 0x0B, 0x0C], "wire type 3");
        yield return ("a graph that is a number", [0x08, 0x08, 0x38, 0x01], "field 7 has wire type 0, expected 2");
        yield return ("a producer that is not UTF-8", [.. harmless[..2], 0x12, 2, 0xC3, 0x28, .. harmless[2..]], "not valid UTF-8");
        yield return ("a format given twice", [0x08, 0x07, .. harmless], "field 1 occurs twice");
    }

    private static byte[] Mutate(Action<ModelProto> change)
    {
        var model = Harmless();
        change(model);
        return model.ToByteArray();
    }

    private static void SetDims(ModelProto model, long[] dims)
    {
        model.Graph.Initializer[0].Dims.Clear();
        model.Graph.Initializer[0].Dims.Add(dims);
    }

    // What the project's own proto has no fields for is added as raw bytes to a parsed message: the parser keeps them.
    private static byte[] WithTensorFields(params (int Field, object Value)[] fields) => Mutate(m =>
        m.Graph.Initializer[0] = TensorProto.Parser.ParseFrom([.. m.Graph.Initializer[0].ToByteArray(), .. Message(fields)]));

    private static byte[] WithNodeField(int field, object value) => Mutate(m =>
        m.Graph.Node[0] = NodeProto.Parser.ParseFrom([.. m.Graph.Node[0].ToByteArray(), .. Message((field, value))]));

    private static byte[] WithGraphField(int field, object value) => Mutate(m =>
        m.Graph = GraphProto.Parser.ParseFrom([.. m.Graph.ToByteArray(), .. Message((field, value))]));

    private static byte[] Insert(byte[] file, ModelProto model, int node, int attribute, params (int Field, object Value)[] fields)
    {
        var tensor = model.Graph.Node[node].Attribute[attribute].T;
        model.Graph.Node[node].Attribute[attribute].T = TensorProto.Parser.ParseFrom([.. tensor.ToByteArray(), .. Message(fields)]);
        byte[] changed = model.ToByteArray();
        return changed.Length > file.Length ? changed : throw new InvalidOperationException("nothing was inserted");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Message(params (int Field, object Value)[] fields)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        foreach (var (field, value) in fields)
        {
            if (value is byte[] bytes)
            {
                output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(bytes));
            }
            else
            {
                output.WriteTag(field, WireFormat.WireType.Varint);
                output.WriteInt64((int)value);
            }
        }

        output.Flush();
        return stream.ToArray();
    }
}
