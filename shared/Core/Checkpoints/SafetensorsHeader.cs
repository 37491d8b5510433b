using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// The header of a safetensors file, read strictly: what the reference reader rejects is rejected, and also what it lets
/// through by accident (a name used twice, an unknown field). White space around the object is accepted, as there.
/// Memory stays in proportion to the header.
/// </summary>
internal sealed class SafetensorsHeader
{
    private readonly string _file;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorInfo> _tensors = new(StringComparer.Ordinal);
    private bool _hasMetadata;

    private SafetensorsHeader(string file) => _file = file;

    internal IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Shapes and places by name; the places cover the rest of the file without holes.</summary>
    internal IReadOnlyDictionary<string, TensorInfo> Tensors => _tensors;

    /// <param name="file">For messages.</param>
    /// <param name="json">The header without its length.</param>
    /// <param name="fileBytes">Size of the whole file.</param>
    internal static SafetensorsHeader Parse(string file, ReadOnlySpan<byte> json, long fileBytes)
    {
        var header = new SafetensorsHeader(file);
        if (!Utf8.IsValid(json))
        {
            throw header.Bad(SafetensorsFormat.LengthBytes, "the header is not UTF-8 text");
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        try
        {
            header.ReadObject(ref reader);
            if (reader.Read())
            {
                throw header.Bad(ref reader, "something follows the header's object");
            }
        }
        catch (JsonException error)
        {
            throw header.Bad(ref reader, $"the header is not valid JSON: {FirstSentence(error.Message)}");
        }
        catch (InvalidOperationException)
        {
            throw header.Bad(ref reader, "the header has text that is not valid Unicode");
        }

        header.CheckPlaces(SafetensorsFormat.LengthBytes + json.Length, fileBytes);
        return header;
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "the header's object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (name == SafetensorsFormat.MetadataKey)
            {
                ReadMetadata(ref reader);
            }
            else if (!_tensors.TryAdd(name, ReadTensor(ref reader, name)))
            {
                throw Bad(ref reader, $"tensor '{Short(name)}' is there twice");
            }
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (_hasMetadata)
        {
            throw Bad(ref reader, "'__metadata__' is there twice");
        }

        _hasMetadata = true;
        Expect(ref reader, JsonTokenType.StartObject, "an object of strings as '__metadata__'");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            Expect(ref reader, JsonTokenType.String, $"a string as metadata '{Short(key)}'");
            if (!_metadata.TryAdd(key, reader.GetString()!))
            {
                throw Bad(ref reader, $"metadata '{Short(key)}' is there twice");
            }
        }
    }

    // FileOffset holds the offset in the data until CheckPlaces knows that all of them are right.
    private TensorInfo ReadTensor(ref Utf8JsonReader reader, string name)
    {
        TensorType? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, $"an object for tensor '{Short(name)}'");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("dtype"u8) && type is null)
            {
                type = ReadType(ref reader, name);
            }
            else if (reader.ValueTextEquals("shape"u8) && shape is null)
            {
                shape = ReadNumbers(ref reader, name, "shape", SafetensorsFormat.LargestRank);
            }
            else if (reader.ValueTextEquals("data_offsets"u8) && offsets is null)
            {
                offsets = ReadNumbers(ref reader, name, "data_offsets", 2);
            }
            else
            {
                throw Bad(ref reader, $"tensor '{Short(name)}' has a field '{Short(reader.GetString()!)}' that is unknown or there twice");
            }
        }

        if (type is null || shape is null || offsets is not { Length: 2 })
        {
            throw Bad(ref reader, $"tensor '{Short(name)}' lacks {(type is null ? "dtype" : shape is null ? "shape" : "the two data_offsets")}");
        }

        long byteCount = offsets[1] - offsets[0];
        if (byteCount < 0 || TensorTypes.ByteCount(type.Value, shape) != byteCount)
        {
            throw Bad(ref reader, $"tensor '{Short(name)}' is {type.Value.Name()} [{string.Join(", ", shape)}] "
                + $"but its data_offsets {offsets[0]} to {offsets[1]} hold {byteCount} bytes");
        }

        return new TensorInfo(name, type.Value, shape, offsets[0], byteCount);
    }

    private TensorType ReadType(ref Utf8JsonReader reader, string name)
    {
        Expect(ref reader, JsonTokenType.String, $"a string as dtype of tensor '{Short(name)}'");
        string text = reader.GetString()!;
        return TensorTypes.TryParse(text, out TensorType type) ? type
            : throw Bad(ref reader, $"tensor '{Short(name)}' has the unknown dtype '{Short(text)}'");
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader, string name, string field, int most)
    {
        Expect(ref reader, JsonTokenType.StartArray, $"an array as {field} of tensor '{Short(name)}'");
        var numbers = new List<long>(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // Digits only: no sign, fraction or exponent, though some of those would come to a whole number.
            if (reader.TokenType != JsonTokenType.Number || reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                || !reader.TryGetInt64(out long number) || number > SafetensorsFormat.LargestNumber || numbers.Count == most)
            {
                throw Bad(ref reader, $"{field} of tensor '{Short(name)}' is not a list of at most {most} whole numbers from 0 to 2^48 - 1");
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private void CheckPlaces(long dataStart, long fileBytes)
    {
        TensorInfo[] ordered = [.. _tensors.Values];
        Array.Sort(ordered, (a, b) => a.FileOffset != b.FileOffset
            ? a.FileOffset.CompareTo(b.FileOffset) : a.ByteCount.CompareTo(b.ByteCount));
        long end = 0;
        foreach (TensorInfo tensor in ordered)
        {
            if (tensor.FileOffset != end)
            {
                throw Bad(dataStart + Math.Min(end, tensor.FileOffset),
                    $"tensor '{Short(tensor.Name)}' starts at byte {tensor.FileOffset} of the data, expected {end}: a hole or an overlap");
            }

            end += tensor.ByteCount;
            _tensors[tensor.Name] = tensor with { FileOffset = dataStart + tensor.FileOffset };
        }

        if (dataStart + end != fileBytes)
        {
            throw Bad(Math.Min(dataStart + end, fileBytes), $"the file has {fileBytes} bytes, expected {dataStart + end}: "
                + (fileBytes < dataStart + end ? "its end is missing" : "something follows the tensors"));
        }
    }

    private void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Bad(ref reader, $"expected {what}");
        }
    }

    private BadModelException Bad(ref Utf8JsonReader reader, string what) =>
        Bad(SafetensorsFormat.LengthBytes + reader.BytesConsumed, what);

    private BadModelException Bad(long at, string what) => SafetensorsFile.Bad(_file, at, what);

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }

    // Names come from the file: keep the message one readable line.
    private static string Short(string text)
    {
        var line = new StringBuilder();
        foreach (char c in text.Length <= 100 ? text : text[..100] + "…")
        {
            line.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        }

        return line.ToString();
    }
}
