using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace LatentWalk.Core.Checkpoints;

/// <summary>
/// Writes the layout of the format's reference writer: metadata first, tensors by descending element type and then by
/// name, compact JSON, the header padded with spaces to a multiple of 8. Metadata keys are sorted, so the same content is
/// always the same bytes.
/// </summary>
public static class SafetensorsWriter
{
    /// <exception cref="ArgumentException">Two tensors of one name, the reserved name, or bytes that do not fit the shape.</exception>
    public static void Write(Stream stream, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorEntry> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(tensors);
        TensorEntry[] ordered = [.. tensors];
        Array.Sort(ordered, (a, b) => a.Type != b.Type ? b.Type.CompareTo(a.Type) : CompareUtf8(a.Name, b.Name));
        Check(ordered);

        byte[] header = Header(metadata, ordered);
        Span<byte> length = stackalloc byte[SafetensorsFormat.LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (TensorEntry tensor in ordered)
        {
            stream.Write(tensor.Bytes.Span);
        }
    }

    private static void Check(TensorEntry[] tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Name == SafetensorsFormat.MetadataKey || !names.Add(tensor.Name))
            {
                throw new ArgumentException($"A tensor may not be called '{tensor.Name}': the name is reserved or used twice.", nameof(tensors));
            }

            if (tensor.Shape.Length > SafetensorsFormat.LargestRank || tensor.Shape.Any(d => d is < 0 or > SafetensorsFormat.LargestNumber)
                || TensorTypes.ByteCount(tensor.Type, tensor.Shape) != tensor.Bytes.Length)
            {
                throw new ArgumentException(
                    $"Tensor '{tensor.Name}' of {tensor.Type.Name()} [{string.Join(", ", tensor.Shape)}] has {tensor.Bytes.Length} bytes.", nameof(tensors));
            }
        }
    }

    private static byte[] Header(IReadOnlyDictionary<string, string> metadata, TensorEntry[] tensors)
    {
        var json = new StringBuilder("{");
        if (metadata.Count > 0)
        {
            Quote(json, SafetensorsFormat.MetadataKey);
            json.Append(":{");
            foreach (string key in metadata.Keys.Order(StringComparer.Ordinal))
            {
                Quote(json, key);
                json.Append(':');
                Quote(json, metadata[key]);
                json.Append(',');
            }

            json[^1] = '}';
            json.Append(',');
        }

        long begin = 0;
        foreach (TensorEntry tensor in tensors)
        {
            Quote(json, tensor.Name);
            long end = begin + tensor.Bytes.Length;
            json.Append(CultureInfo.InvariantCulture, $":{{\"dtype\":\"{tensor.Type.Name()}\",\"shape\":[");
            json.AppendJoin(',', tensor.Shape);
            json.Append(CultureInfo.InvariantCulture, $"],\"data_offsets\":[{begin},{end}]}},");
            begin = end;
        }

        if (json[^1] == ',')
        {
            json.Length--;
        }

        json.Append('}');
        // A lone surrogate has no UTF-8 form; the strict encoding refuses it.
        byte[] text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json.ToString());
        var header = new byte[(text.Length + 7) & ~7];
        header.AsSpan().Fill((byte)' ');
        text.CopyTo(header, 0);
        return header.Length <= SafetensorsFormat.LargestHeader ? header
            : throw new ArgumentException($"The header would have {header.Length} bytes; the format allows {SafetensorsFormat.LargestHeader}.", nameof(tensors));
    }

    // The escapes of the reference writer's JSON library: the two that must be, short forms, and \u00xx for other controls.
    private static void Quote(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    // The order of UTF-8 bytes, which UTF-16 order is not above U+FFFF.
    private static int CompareUtf8(string a, string b) =>
        Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
