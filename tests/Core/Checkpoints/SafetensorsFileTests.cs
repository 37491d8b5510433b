using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Checkpoints;

public class SafetensorsFileTests
{
    public static TheoryData<TensorType> Types => [.. Enum.GetValues<TensorType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_element_type_is_read_and_written_again_to_the_same_bytes(TensorType type)
    {
        using var folder = new TemporaryFolder();
        int bytes = 4 * 3 * type.BitsPerElement() / 8;
        string header = "{" + Bytes.Tensor("t", $"\"{type.Name()}\"", "[4,3]", $"[0,{bytes}]") + "}";
        byte[] content = Bytes.File(header.PadRight((header.Length + 7) / 8 * 8), bytes);
        File.WriteAllBytes(folder.Inside("x"), content);

        using SafetensorsFile file = SafetensorsFile.Open(folder.Inside("x"));
        TensorInfo tensor = file.Tensors["t"];
        Assert.Equal((type, bytes), (tensor.Type, (int)tensor.ByteCount));
        Assert.Equal([4, 3], tensor.Shape);
        Assert.Equal(Bytes.Data(bytes), file.Bytes("t").ToArray());

        using var again = new MemoryStream();
        SafetensorsWriter.Write(again, file.Metadata, [new TensorEntry("t", type, tensor.Shape, file.Bytes("t").ToArray())]);
        Assert.Equal(content, again.ToArray());
    }

    public static TheoryData<string, string, int> ValidHeaders => new()
    {
        { "nothing at all", "{}", 0 },
        { "the example in the format's own documentation, whose header is not padded", """{"test":{"dtype":"I32","shape":[2,2],"data_offsets":[0,16]}}""", 16 },
        { "metadata alone", """{"__metadata__":{"a":"b"}}""", 0 },
        { "empty metadata", """{"__metadata__":{}}""", 0 },
        { "spaces after", "{}" + new string(' ', 30), 0 },
        { "other white space after", "{}\t\r\n ", 0 },
        { "white space before", " \t\r\n{}", 0 },
        { "white space within", "{ \"t\" : { \"dtype\" : \"U8\" , \"shape\" : [ 2 ] , \"data_offsets\" : [ 0 , 2 ] } }", 2 },
        { "a scalar", "{" + Bytes.Tensor("t", "\"F32\"", "[]", "[0,4]") + "}", 4 },
        { "no elements", "{" + Bytes.Tensor("t", "\"F32\"", "[0]", "[0,0]") + "}", 0 },
        { "no elements in the middle", "{" + Bytes.Tensor("a", "\"F32\"", "[1]", "[0,4]") + "," + Bytes.Tensor("b", "\"F32\"", "[3,0,5]", "[4,4]") + "," + Bytes.Tensor("c", "\"U8\"", "[1]", "[4,5]") + "}", 5 },
        { "tensors in any order", "{" + Bytes.Tensor("b", "\"U8\"", "[3]", "[2,5]") + "," + Bytes.Tensor("a", "\"U8\"", "[2]", "[0,2]") + "}", 5 },
        { "fields in any order", """{"t":{"data_offsets":[0,2],"shape":[2],"dtype":"U8"}}""", 2 },
        { "an empty name", "{" + Bytes.Tensor("", "\"U8\"", "[2]", "[0,2]") + "}", 2 },
        { "escapes in names", """{"\u0074\"\\":{"dty\u0070e":"U8","shape":[2],"data_offsets":[0,2]}}""", 2 },
        { "names beyond ASCII", "{" + Bytes.Tensor("漢字 😀", "\"U8\"", "[2]", "[0,2]") + "}", 2 },
        { "a name that looks like metadata", "{" + Bytes.Tensor("__METADATA__", "\"U8\"", "[2]", "[0,2]") + "}", 2 },
        { "64 dimensions", "{" + Bytes.Tensor("t", "\"U8\"", "[" + string.Join(',', Enumerable.Repeat(1, 64)) + "]", "[0,1]") + "}", 1 },
        { "half bytes that fill whole ones", "{" + Bytes.Tensor("t", "\"F4\"", "[2,3]", "[0,3]") + "}", 3 },
        { "unaligned data", "{" + Bytes.Tensor("a", "\"U8\"", "[1]", "[0,1]") + "," + Bytes.Tensor("b", "\"F64\"", "[1]", "[1,9]") + "}", 9 },
    };

    [Theory]
    [MemberData(nameof(ValidHeaders))]
    public void What_the_format_allows_is_read(string what, string header, int dataBytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Inside("x"), Bytes.File(header, dataBytes));
        using SafetensorsFile file = SafetensorsFile.Open(folder.Inside("x"));
        Assert.True(file.Tensors.Values.Sum(t => t.ByteCount) == dataBytes, what);
        Assert.All(file.Tensors.Keys, name => Assert.Equal(file.Tensors[name].ByteCount, file.Bytes(name).Length));
    }

    [Fact]
    public void Floats_and_integers_come_back_by_name()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Inside("x"), TensorEntry.OfFloats("f", [3], [1.5f, float.NaN, -0f]), TensorEntry.OfInt64s("i", [2], [long.MinValue, 5]));
        using SafetensorsFile file = SafetensorsFile.Open(folder.Inside("x"));
        Assert.Equal([1.5f, float.NaN, -0f], file.Floats("f"));
        Assert.Equal([long.MinValue, 5], file.Int64s("i"));
        Assert.True(file.Contains("f"));
        Assert.False(file.Contains("g"));
    }

    [Fact]
    public void A_tensor_of_another_type_or_name_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("x");
        Save(path, TensorEntry.OfInt64s("i", [2], [1, 2]));
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Assert.Equal($"tensor 'i' in '{path}' is I64 [2]; expected F32.", Assert.Throws<BadModelException>(() => file.Floats("i")).Message);
        Assert.StartsWith($"'{path}' has no tensor 'j'", Assert.Throws<BadModelException>(() => file.Floats("j")).Message, StringComparison.Ordinal);
        Assert.StartsWith($"'{path}' has no metadata 'k'", Assert.Throws<BadModelException>(() => file.RequireMetadata("k")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named_as_what_they_are()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("does not exist", Assert.Throws<BadModelException>(() => SafetensorsFile.Open(folder.Inside("none"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<BadModelException>(() => SafetensorsFile.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_open_is_an_error_and_not_zeros()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("x");
        Save(path, TensorEntry.OfFloats("f", [1000], new float[1000]));
        if (OperatingSystem.IsWindows())
        {
            return; // An open file cannot be cut there.
        }

        using SafetensorsFile file = SafetensorsFile.Open(path);
        Truncate(path, new FileInfo(path).Length - 100);
        Assert.Contains("became shorter", Assert.Throws<BadModelException>(() => file.Floats("f")).Message, StringComparison.Ordinal);
    }

    private static void Truncate(string path, long length)
    {
        using var process = System.Diagnostics.Process.Start("truncate", ["-s", $"{length}", path])!;
        process.WaitForExit();
        Assert.Equal(length, new FileInfo(path).Length);
    }

    private static void Save(string path, params TensorEntry[] tensors)
    {
        using FileStream stream = File.Create(path);
        SafetensorsWriter.Write(stream, new Dictionary<string, string>(), tensors);
    }
}
