using System.Text;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Tests.Checkpoints;

public class SafetensorsWriterTests
{
    // What the reference implementation writes for the same content, byte for byte.
    [Fact]
    public void The_layout_is_that_of_the_reference_writer()
    {
        byte[] file = Write(
            new Dictionary<string, string> { ["format"] = "pt" },
            TensorEntry.OfFloats("b", [2], [1f, 2f]),
            TensorEntry.OfBytes("a.u8", [3], [1, 2, 3]),
            TensorEntry.OfInt64s("step", [], [7]),
            TensorEntry.OfFloats("a", [1, 1], [3f]));
        const string Header = """{"__metadata__":{"format":"pt"},"step":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]},"a.u8":{"dtype":"U8","shape":[3],"data_offsets":[20,23]}}""";
        string padded = Header.PadRight((Header.Length + 7) / 8 * 8);
        Assert.Equal(Bytes.Length((ulong)padded.Length), file[..8]);
        Assert.Equal(padded, Encoding.UTF8.GetString(file.AsSpan(8, padded.Length)));
        Assert.Equal(
            [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 1, 2, 3],
            file[(8 + padded.Length)..]);
    }

    [Fact]
    public void Without_metadata_the_key_is_left_out()
    {
        byte[] file = Write([], TensorEntry.OfBytes("x", [0], []));
        Assert.StartsWith("{\"x\":", Encoding.UTF8.GetString(file.AsSpan(8)), StringComparison.Ordinal);
        Assert.Equal([.. Bytes.Length(8), .. "{}      "u8], Write([]));
    }

    [Fact]
    public void Text_of_every_kind_comes_back()
    {
        using var folder = new TemporaryFolder();
        string awkward = "quote \" back \\ slash / tab \t line \n bell \u0007 del \u007f ü 漢 😀 \u2028 <&>";
        var metadata = new Dictionary<string, string> { [awkward] = awkward, [""] = "" };
        File.WriteAllBytes(folder.Inside("x"), Write(metadata, TensorEntry.OfBytes(awkward, [1], [9])));
        using SafetensorsFile file = SafetensorsFile.Open(folder.Inside("x"));
        Assert.Equal(metadata.OrderBy(p => p.Key), file.Metadata.OrderBy(p => p.Key));
        Assert.Equal([9], file.Bytes(awkward).ToArray());
    }

    [Fact]
    public void Escapes_are_the_shortest_and_everything_else_stands_as_it_is()
    {
        string text = Encoding.UTF8.GetString(Write(new Dictionary<string, string> { ["k"] = "\"\\\b\f\n\r\t\u0001/<ü😀\u007f" }));
        Assert.Contains("\"k\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001/<ü😀\u007f\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        TensorEntry[] tensors = [.. Enumerable.Range(0, 20).Select(i => TensorEntry.OfFloats($"t{i}", [1], [i]))];
        Assert.Equal(
            Write(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, tensors),
            Write(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, [.. tensors.Reverse()]));
    }

    [Fact]
    public void What_would_make_an_unreadable_file_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write([], TensorEntry.OfBytes("__metadata__", [1], [1])));
        Assert.Throws<ArgumentException>(() => Write([], TensorEntry.OfBytes("a", [1], [1]), TensorEntry.OfBytes("a", [1], [2])));
        Assert.Throws<ArgumentException>(() => Write([], TensorEntry.OfBytes("a", [2], [1])));
        Assert.Throws<ArgumentException>(() => Write([], new TensorEntry("a", TensorType.F4, [1], new byte[1])));
        Assert.Throws<ArgumentException>(() => Write([], TensorEntry.OfBytes("a", [-1], [])));
        Assert.ThrowsAny<ArgumentException>(() => Write(new Dictionary<string, string> { ["k"] = "\ud800" }));
    }

    private static byte[] Write(Dictionary<string, string> metadata, params TensorEntry[] tensors)
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, metadata, tensors);
        return stream.ToArray();
    }
}
