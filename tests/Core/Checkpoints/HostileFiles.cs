using System.Text;

namespace LatentWalk.Core.Tests.Checkpoints;

/// <summary>Files that are not safetensors, each wrong in one way: every rule of the format at its edges.</summary>
internal static class HostileFiles
{
    private const string U8 = "\"U8\"";
    private static readonly string Good = "{" + Bytes.Tensor("a", "\"F32\"", "[2]", "[0,8]") + "," + Bytes.Tensor("b", U8, "[3]", "[8,11]") + "}";

    internal static IEnumerable<(string What, byte[] Content)> All() =>
        [.. Lengths(), .. Cuts(), .. Tails(), .. Places(), .. Shapes(), .. Numbers(), .. Types(), .. Twice(), .. Fields(), .. Metadata(), .. Texts()];

    private static IEnumerable<(string, byte[])> Lengths()
    {
        byte[] content = Bytes.File(Good, 11);
        foreach (ulong length in new ulong[]
                 {
                     0, 1, 2, 7, 8, (ulong)Good.Length - 1, (ulong)Good.Length + 1, (ulong)content.Length - 8 + 1, (ulong)content.Length, 1UL << 31, (1UL << 31) - 1,
                     1UL << 32, 1UL << 63, (1UL << 63) - 1, ulong.MaxValue, ulong.MaxValue - 7, 100_000_000, 100_000_001,
                 })
        {
            yield return ($"header length {length}", [.. Bytes.Length(length), .. content[8..]]);
        }
    }

    private static IEnumerable<(string, byte[])> Cuts()
    {
        byte[] content = Bytes.File(Good, 11);
        for (int length = 0; length < content.Length; length++)
        {
            yield return ($"cut after {length} bytes", content[..length]);
        }
    }

    private static IEnumerable<(string, byte[])> Tails()
    {
        byte[] content = Bytes.File(Good, 11);
        foreach (int extra in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 64, 255, 256, 511, 512, 1023, 1024, 4095, 4096 })
        {
            yield return ($"{extra} bytes follow", [.. content, .. new byte[extra]]);
        }
    }

    private static IEnumerable<(string, byte[])> Places()
    {
        foreach (var (first, second, data) in new[]
                 {
                     ("[1,9]", "[9,12]", 12), ("[0,8]", "[9,12]", 12), ("[0,8]", "[7,10]", 10), ("[0,8]", "[0,3]", 8), ("[0,8]", "[5,8]", 8), ("[8,0]", "[8,11]", 11),
                     ("[0,8]", "[11,8]", 11), ("[0,7]", "[7,10]", 10), ("[0,9]", "[9,12]", 12), ("[0,8]", "[8,12]", 12), ("[0,8]", "[8,10]", 10), ("[0,8]", "[8,11]", 10),
                     ("[0,8]", "[8,11]", 0), ("[3,11]", "[0,3]", 12), ("[0,8]", "[8,8]", 8), ("[0,0]", "[0,3]", 3), ("[281474976710640,281474976710648]", "[0,3]", 3),
                 })
        {
            yield return ($"places {first} {second} of {data}", Bytes.File("{" + Bytes.Tensor("a", "\"F32\"", "[2]", first) + "," + Bytes.Tensor("b", U8, "[3]", second) + "}", data));
        }

        yield return ("the same place twice", Bytes.File("{" + Bytes.Tensor("a", U8, "[3]", "[0,3]") + "," + Bytes.Tensor("b", U8, "[3]", "[0,3]") + "}", 3));
        yield return ("100 000 tensors in one place", Bytes.File("{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => Bytes.Tensor($"t{i}", U8, "[3]", "[0,3]"))) + "}", 3));
    }

    private static IEnumerable<(string, byte[])> Shapes()
    {
        foreach (string shape in new[]
                 {
                     "[3]", "[1]", "[]", "[0]", "[2,2]", "[2,0]", "[281474976710656]", "[281474976710655,281474976710655]", "[4294967296,4294967296]", "[65536,65536,65536,65536]",
                     "[281474976710655,281474976710655,0]", "[9223372036854775807]", "[18446744073709551615]", "[18446744073709551616]", "[99999999999999999999999999999999]",
                     "[" + string.Join(',', Enumerable.Repeat("1", 65)) + ",2]", "[" + string.Join(',', Enumerable.Repeat("2", 1000)) + "]",
                 })
        {
            yield return ($"shape {shape}", Bytes.File("{" + Bytes.Tensor("a", "\"F32\"", shape, "[0,8]") + "}", 8));
        }

        foreach (var (type, shape, offsets, data) in new[] { ("\"F4\"", "[1]", "[0,1]", 1), ("\"F4\"", "[3]", "[0,2]", 2), ("\"F6_E2M3\"", "[1]", "[0,1]", 1), ("\"F6_E3M2\"", "[2]", "[0,2]", 2), ("\"F6_E2M3\"", "[3]", "[0,3]", 3) })
        {
            yield return ($"bits that fill no bytes {type} {shape}", Bytes.File("{" + Bytes.Tensor("a", type, shape, offsets) + "}", data));
        }
    }

    private static IEnumerable<(string, byte[])> Numbers()
    {
        foreach (string wrong in new[]
                 {
                     "-2", "-0", "2.0", "2.5", "2e0", "2E0", "0.2e1", "02", "+2", "\"2\"", "null", "true", "[2]", "{}", "0x2", "NaN", "Infinity", "1e400", "2,", ",2", "2 2", "",
                     "2/**/", "281474976710656", "9223372036854775808", "1e2", "-9223372036854775808",
                 })
        {
            if (wrong.Length > 0)
            {
                yield return ($"dimension {wrong}", Bytes.File("{" + Bytes.Tensor("a", U8, $"[{wrong}]", "[0,2]") + "}", 2));
                yield return ($"begin {wrong}", Bytes.File("{" + Bytes.Tensor("z", U8, "[2]", "[0,2]") + "," + Bytes.Tensor("a", U8, "[3]", $"[{wrong},5]") + "}", wrong == "2" ? 0 : 5));
            }

            yield return ($"end {wrong}", Bytes.File("{" + Bytes.Tensor("a", U8, "[2]", $"[0,{wrong}]") + "}", 2));
        }

        foreach (string wrong in new[] { "[]", "[0]", "[0,2,2]", "[0,2,4,6]", "null", "{}", "2", "\"[0,2]\"", "[[0,2]]", "true" })
        {
            yield return ($"data_offsets {wrong}", Bytes.File("{" + Bytes.Tensor("a", U8, "[2]", wrong) + "}", 2));
        }

        foreach (string wrong in new[] { "null", "{}", "2", "\"[2]\"", "[[2]]", "true", "[null]", "[\"2\"]" })
        {
            yield return ($"shape {wrong}", Bytes.File("{" + Bytes.Tensor("a", U8, wrong, "[0,2]") + "}", 2));
        }
    }

    private static IEnumerable<(string, byte[])> Types()
    {
        foreach (string wrong in new[]
                 {
                     "\"u8\"", "\"U8 \"", "\" U8\"", "\"\"", "\"F128\"", "\"FLOAT\"", "\"float32\"", "\"Bool\"", "\"uint8\"", "\"U4\"", "\"I4\"", "\"F8\"", "\"F8_e4m3\"", "\"C128\"", "\"0\"", "\"4\"",
                     "4", "null", "true", "[\"U8\"]", "{\"U8\":1}", "\"U8\\u0000\"", "\"\\ud800\"", "\"U8,I8\"",
                 })
        {
            yield return ($"dtype {wrong}", Bytes.File("{" + Bytes.Tensor("a", wrong, "[2]", "[0,2]") + "}", 2));
        }
    }

    private static IEnumerable<(string, byte[])> Twice()
    {
        string a = Bytes.Tensor("a", U8, "[2]", "[0,2]");
        yield return ("a name twice", Bytes.File("{" + a + "," + Bytes.Tensor("a", U8, "[2]", "[2,4]") + "}", 4));
        yield return ("a name twice, the same", Bytes.File("{" + a + "," + a + "}", 2));
        yield return ("a name twice, another type at the same place", Bytes.File("{" + a + "," + Bytes.Tensor("a", "\"I8\"", "[2]", "[0,2]") + "}", 2));
        yield return ("a name twice, another shape at the same place", Bytes.File("{" + a + "," + Bytes.Tensor("a", U8, "[1,2]", "[0,2]") + "}", 2));
        yield return ("a name twice, escaped", Bytes.File("{" + a + "," + Bytes.Tensor("\\u0061", U8, "[2]", "[2,4]") + "}", 4));
        yield return ("an empty tensor twice", Bytes.File("{" + Bytes.Tensor("e", U8, "[0]", "[0,0]") + "," + Bytes.Tensor("e", U8, "[0]", "[0,0]") + "}", 0));
        yield return ("metadata twice", Bytes.File("""{"__metadata__":{"a":"b"},"__metadata__":{"a":"c"}}""", 0));
        yield return ("metadata twice, empty", Bytes.File("""{"__metadata__":{},"__metadata__":{}}""", 0));
        yield return ("metadata twice, escaped", Bytes.File("""{"__metadata__":{},"\u005f_metadata__":{}}""", 0));
        yield return ("a metadata key twice", Bytes.File("""{"__metadata__":{"a":"b","a":"b"}}""", 0));
        yield return ("a metadata key twice, escaped", Bytes.File("""{"__metadata__":{"a":"b","\u0061":"c"}}""", 0));
        foreach (string field in new[] { "\"dtype\":\"U8\"", "\"shape\":[2]", "\"data_offsets\":[0,2]", "\"dt\\u0079pe\":\"U8\"", "\"data_off\\u0073ets\":[0,2]" })
        {
            yield return ($"field twice {field}", Bytes.File("{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]," + field + "}}", 2));
        }
    }

    private static IEnumerable<(string, byte[])> Fields()
    {
        foreach (string tensor in new[]
                 {
                     "{}", """{"dtype":"U8"}""", """{"shape":[2]}""", """{"data_offsets":[0,2]}""", """{"dtype":"U8","shape":[2]}""", """{"dtype":"U8","data_offsets":[0,2]}""",
                     """{"shape":[2],"data_offsets":[0,2]}""", """{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":1}""", """{"DTYPE":"U8","shape":[2],"data_offsets":[0,2]}""",
                     """{"dtype":"U8","shape":[2],"offsets":[0,2]}""", """{"dtype":"U8","shape":[2],"data_offsets":[0,2],"":{}}""", "null", "[]", "\"U8\"", "7", "true",
                     """["U8",[2],[0,2]]""", """{"dtype":"U8","shape":[2],"data_offsets":[0,2],}""", """{"dtype":"U8" "shape":[2],"data_offsets":[0,2]}""",
                 })
        {
            yield return ($"tensor {tensor}", Bytes.File("{\"a\":" + tensor + "}", 2));
        }
    }

    private static IEnumerable<(string, byte[])> Metadata()
    {
        foreach (string metadata in new[] { "null", "[]", "\"x\"", "1", "{\"a\":1}", "{\"a\":null}", "{\"a\":true}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":\"b\",\"c\":1}", "{\"a\"}", "{\"a\":}", "{\"a\":\"b\",}" })
        {
            yield return ($"metadata {metadata}", Bytes.File("{\"__metadata__\":" + metadata + "}", 0));
        }

        yield return ("a tensor called __metadata__", Bytes.File("{" + Bytes.Tensor("__metadata__", U8, "[2]", "[0,2]") + "}", 2));
    }

    private static IEnumerable<(string, byte[])> Texts()
    {
        foreach (string text in new[]
                 {
                     "", " ", "        ", "[]", "null", "true", "7", "\"x\"", "{", "}", "{}}", "{}{}", "{},", "{} x", "{}\0", "\0{}", "\ufeff{}", "{\"a\"}", "{a:1}", "{'a':1}", "{,}", "{/**/}", "// x\n{}",
                     "{}//", "<html>", "PK\u0003\u0004", "{\"\\ud800\":1}", "{\"__metadata__\":{\"\\udc00\":\"x\"}}", "{\"__metadata__\":{\"x\":\"\\ud800\"}}", "{\"a\\x\":1}", "{\"a\n\":1}", "{\"__metadata__\":{\"a\":\"\u0001\"}}",
                     "\u00a0{}", "{\u00a0}", "\v{}", "{}\f",
                 })
        {
            yield return ($"header {text}", Bytes.File(text, 0));
        }

        foreach (byte[] wrong in new byte[][] { [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80] })
        {
            yield return ($"text {Convert.ToHexString(wrong)} in a name", Bytes.File([.. "{\""u8, .. wrong, .. "\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}"u8], 2));
            yield return ($"text {Convert.ToHexString(wrong)} in metadata", Bytes.File([.. "{\"__metadata__\":{\"a\":\""u8, .. wrong, .. "\"}}"u8], 0));
            yield return ($"text {Convert.ToHexString(wrong)} after", Bytes.File([.. "{}"u8, .. wrong], 0));
        }

        foreach (int depth in new[] { 4, 5, 65, 10_000, 1_000_000 })
        {
            yield return ($"{depth} arrays deep", Bytes.File("{\"a\":" + new string('[', depth) + new string(']', depth) + "}", 0));
            yield return ($"{depth} objects deep", Bytes.File(new StringBuilder().Insert(0, "{\"a\":", depth).Append('1').Append('}', depth).ToString(), 0));
            yield return ($"{depth} arrays open", Bytes.File("{\"a\":" + new string('[', depth), 0));
        }
    }
}
