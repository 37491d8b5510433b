using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// Gives a generator file another account of itself without touching anything else in it: fields of a protobuf message come in any order,
/// so the new entries follow the old bytes, and only entries of the same meaning are cut out.
/// </summary>
public static class AppendedMetadata
{
    private const int MetadataField = 14;

    /// <param name="file">A whole file that <see cref="OnnxGuard"/> let pass.</param>
    /// <param name="path">For messages.</param>
    /// <param name="metadata">What it says from now on; where author and licence are null, the file's own stay.</param>
    /// <exception cref="BadModelException">The file is not readable.</exception>
    public static byte[] Replace(byte[] file, string path, GeneratorMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(metadata);
        var written = metadata.ToEntries().Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        using var result = new MemoryStream(file.Length + (1 << 16));
        int copied = 0;
        var reader = new ProtoReader(file, path);
        while (reader.Next())
        {
            int start = (int)reader.FileOffset;
            if (reader.Field != MetadataField)
            {
                reader.Skip();
                continue;
            }

            string key = KeyOf(reader.Message());
            int end = file.Length - reader.Remaining;
            if (written.Contains(key) || key.StartsWith(MetadataKeys.Prefix, StringComparison.Ordinal))
            {
                result.Write(file, copied, start - copied);
                copied = end;
            }
        }

        result.Write(file, copied, file.Length - copied);
        result.Write(CheckpointGraph.Metadata(metadata));
        return result.ToArray();
    }

    private static string KeyOf(ProtoReader entry)
    {
        string key = "";
        while (entry.Next())
        {
            if (entry.Field == 1)
            {
                key = entry.Text(OnnxLimits.Default.NameBytes);
            }
            else
            {
                entry.Skip();
            }
        }

        return key;
    }
}
