using System.Buffers.Binary;
using Google.Protobuf;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Core.Tests.Onnx;

/// <summary>A whole generator, cut short, with lengths that lie, with field marks changed, and files of other kinds under its name.</summary>
internal static class BrokenModels
{
    private const int Cuts = 80;
    private const string Unreadable = "not a readable ONNX file, at byte";

    public static IEnumerable<(string Name, byte[] File, string Message)> All() => [.. Cut(), .. Lies(), .. Marks(), .. Disguises()];

    /// <summary>A network of this project's own.</summary>
    public static byte[] Whole()
    {
        var spec = new GeneratorSpec { ZDim = 6, Resolution = 16, Width = 2, BatchNorm = false };
        var weights = TensorNames.Of(spec).ToDictionary(tensor => tensor.Name, tensor => new float[tensor.Shape.Aggregate(1L, (a, b) => a * b)]);
        return GeneratorGraph.Build(spec, weights).ToByteArray();
    }

    private static IEnumerable<(string, byte[], string)> Cut()
    {
        byte[] whole = Whole();
        for (int i = 1; i <= Cuts; i++)
        {
            int length = whole.Length - 1 - (int)((long)(Cuts - i) * (whole.Length - 2) / Cuts);
            yield return ($"cut after {length} bytes", whole[..length], "");
        }
    }

    // Every length in the file, at every depth, is made one more, far more than the file has, and more than a number holds.
    private static IEnumerable<(string, byte[], string)> Lies()
    {
        byte[] whole = HostileModels.Harmless().ToByteArray();
        foreach (int at in Lengths(whole))
        {
            yield return ($"a length at {at} that is one more", [.. whole[..at], (byte)(whole[at] + 1), .. whole[(at + 1)..]], "");
            yield return ($"a length at {at} of 2^31", [.. whole[..at], 0x80, 0x80, 0x80, 0x80, 0x08, .. whole[(at + 1)..]], Unreadable);
            yield return ($"a length at {at} of 2^64 - 1", [.. whole[..at], .. Enumerable.Repeat((byte)0xFF, 9), 0x01, .. whole[(at + 1)..]], Unreadable);
            yield return ($"a length at {at} of 70 bits", [.. whole[..at], .. Enumerable.Repeat((byte)0xFF, 10), 0x01, .. whole[(at + 1)..]], Unreadable);
        }
    }

    private static IEnumerable<(string, byte[], string)> Marks()
    {
        byte[] whole = HostileModels.Harmless().ToByteArray();
        foreach (int at in Lengths(whole))
        {
            // A length-delimited field turned into a group, an end of a group, and a wire type that does not exist.
            foreach (int wire in new[] { 3, 4, 6, 7 })
            {
                byte[] changed = [.. whole];
                changed[at - 1] = (byte)((changed[at - 1] & ~7) | wire);
                yield return ($"wire type {wire} at {at - 1}", changed, $"has wire type {wire}");
            }
        }
    }

    private static IEnumerable<(string, byte[], string)> Disguises()
    {
        byte[] whole = HostileModels.Harmless().ToByteArray();
        byte[] runtime = [0x08, 0x08, 0x12, 0x04, .. "ORTM"u8, .. whole[2..]];
        yield return ("a protobuf that is also ONNX Runtime's own format", runtime, "is in ONNX Runtime's own format (.ort), expected ONNX");
        byte[] settings = [.. whole, 0x72, 0x12, 0x0A, 0x0A, .. "ort_config"u8, 0x12, 0x04, .. "{  }"u8];
        yield return ("settings for ONNX Runtime", settings, "holds settings for ONNX Runtime");
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, 2);
        (string, byte[])[] others =
        [
            ("a zip", [.. "PK\x03\x04"u8, .. new byte[60]]), ("a pickle", [0x80, 0x02, .. "}q\0."u8]), ("safetensors", [.. length, .. "{}"u8]),
            ("a PNG", [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[40]]), ("a page", [.. "<!DOCTYPE html><html>404</html>"u8]), ("GGUF", [.. "GGUF"u8, 3, 0, 0, 0]),
            ("a pointer to large storage", [.. "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n"u8]), ("a program", [0x7F, .. "ELF"u8, .. new byte[60]]),
        ];
        foreach (var (name, file) in others)
        {
            yield return (name, file, "not a readable ONNX file");
        }

        yield return ("nested a thousand times", Nested(1000), "");
        yield return ("nested a million times", Nested(1_000_000), "");
    }

    // A graph in an attribute of a node of a graph, and so on.
    private static byte[] Nested(int depth)
    {
        byte[] inner = new byte[2 * Math.Min(depth, 8000)];
        for (int i = 0; i < inner.Length; i += 2)
        {
            (inner[i], inner[i + 1]) = (0x0A, (byte)Math.Min(120, inner.Length - i - 2));
        }

        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        for (int i = 0; i < Math.Max(1, depth / 8000); i++)
        {
            output.WriteTag(7, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(inner));
        }

        output.Flush();
        return [0x08, 0x08, .. stream.ToArray()];
    }

    // Where the one-byte lengths of messages and texts are, found by walking the file as the format says.
    private static List<int> Lengths(byte[] file)
    {
        var found = new List<int>();
        Walk(file, 0, file.Length, "model", found);
        return found;
    }

    private static void Walk(byte[] file, int from, int end, string kind, List<int> found)
    {
        while (from < end)
        {
            int field = file[from] >> 3, wire = file[from] & 7;
            from++;
            if (wire != 2)
            {
                while (file[from++] >= 0x80)
                {
                }

                continue;
            }

            int length = 0, shift = 0, at = from;
            do
            {
                length |= (file[from] & 0x7F) << shift;
                shift += 7;
            }
            while (file[from++] >= 0x80);
            if (from == at + 1 && length < 0x7E)
            {
                found.Add(at);
            }

            string? inner = (kind, field) switch
            {
                ("model", 7) => "graph", ("model", 8) => "opset", ("graph", 1) => "node", ("graph", 5) => "tensor", ("graph", 11 or 12) => "value",
                ("node", 5) => "attribute", ("value", 2) => "type", ("type", 1) => "tensor type", ("tensor type", 2) => "shape", ("shape", 1) => "dimension", _ => null,
            };
            if (inner is not null)
            {
                Walk(file, from, from + length, inner, found);
            }

            from += length;
        }
    }
}
