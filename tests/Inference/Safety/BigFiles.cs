using Google.Protobuf;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Tests.Onnx;

namespace LatentWalk.Inference.Tests.Safety;

/// <summary>Hostile files as large as a generator may be, made of what a reader would keep: names, numbers, texts, nodes; and one that only lies at its end.</summary>
internal static class BigFiles
{
    public const int Count = 7;

    private const int Size = 195 << 20;

    public static void Write(string folder)
    {
        byte[] name = new byte[1000];
        Array.Fill(name, (byte)'n');
        Repeat(folder, "names", [0x3A], Field(1, Field(1, name)));
        Repeat(folder, "short names", [0x3A], Field(1, [.. Enumerable.Repeat(Field(1, [(byte)'n']), 200).SelectMany(part => part)]));
        Repeat(folder, "hints", [0x3A], Field(13, Field(1, name)));
        Repeat(folder, "numbers", [0x3A], Field(1, Field(5, Field(8, new byte[60_000]))));
        Repeat(folder, "metadata", [], Field(14, [.. Field(1, name[..900]), .. Field(2, new byte[190_000])]));
        Repeat(folder, "opsets", [], Field(8, Field(1, name[..100])));

        // Whole and harmless but for its last bytes: its weights must not be read to find that out.
        var model = HostileModels.Harmless();
        model.Graph.Initializer.Add(new Core.Onnx.Proto.TensorProto { Name = "large", DataType = 2, Dims = { Size }, RawData = ByteString.CopyFrom(new byte[Size]) });
        File.WriteAllBytes(Path.Combine(folder, "lie at the end.onnx"), [.. model.ToByteArray(), .. Field(25, [])]);
    }

    // A model of one graph (or of parts of its own) that is the same part again and again.
    private static void Repeat(string folder, string name, byte[] mark, byte[] part)
    {
        using var file = File.Create(Path.Combine(folder, name + ".onnx"));
        int times = Size / part.Length;
        file.Write([0x08, 0x08, .. mark]);
        if (mark.Length > 0)
        {
            using var length = new CodedOutputStream(file, leaveOpen: true);
            length.WriteLength(times * part.Length);
        }

        byte[] many = [.. Enumerable.Repeat(part, Math.Max(1, (1 << 16) / part.Length)).SelectMany(bytes => bytes)];
        int perWrite = many.Length / part.Length;
        for (int done = 0; done < times; done += perWrite)
        {
            file.Write(many, 0, Math.Min(perWrite, times - done) * part.Length);
        }
    }

    private static byte[] Field(int number, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return stream.ToArray();
    }
}
