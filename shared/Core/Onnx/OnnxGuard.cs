using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// Reads a generator file before ONNX Runtime does and refuses what no generator needs: data outside the file or in memory,
/// control flow, functions, custom operators, sizes beyond <see cref="OnnxLimits"/>, tensors whose bytes do not match their shape,
/// names used before they exist, inner tensors that a small file would blow up (<see cref="Sizes.GraphSizes"/>). It reads nodes,
/// names and texts only, and keeps little of them: a hostile file is refused before its weights are loaded.
/// </summary>
public static class OnnxGuard
{
    // "ORTM" here makes ONNX Runtime read a file as its own binary format, whatever the same bytes are as a protobuf.
    private const int RuntimeMarkAt = 4;

    // Settings for ONNX Runtime that a model may carry.
    private const string RuntimeSettings = "ort_config";

    private static ReadOnlySpan<byte> RuntimeMark => "ORTM"u8;

    /// <summary>Checks a file, then reads it whole; ONNX Runtime is then given these very bytes, not the path.</summary>
    /// <exception cref="BadModelException">With the file, the place in it, what was expected and what to do.</exception>
    public static (byte[] Bytes, OnnxSummary Summary) Read(string path, OnnxLimits? limits = null)
    {
        limits ??= OnnxLimits.Default;
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new BadModelException(Directory.Exists(path)
                    ? $"{path} is a folder, expected an .onnx file."
                    : $"{path} does not exist, expected an .onnx file; check the name.");
            }

            // Devices and pipes have no length; opening one could wait for ever.
            if (info.Length == 0)
            {
                throw Empty(path);
            }

            using var file = new OnnxFileBytes(path, limits);
            file.Need(0, Math.Min(file.Bytes.Length, RuntimeMarkAt + RuntimeMark.Length));
            var summary = Check(file.Bytes, path, limits, file);
            return (file.ReadRest(), summary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadModelException($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="path">For messages.</param>
    /// <param name="limits">Null for the defaults.</param>
    public static OnnxSummary Check(ReadOnlySpan<byte> bytes, string path, OnnxLimits? limits = null) =>
        Check(bytes, path, limits ?? OnnxLimits.Default, null);

    private static OnnxSummary Check(ReadOnlySpan<byte> bytes, string path, OnnxLimits limits, OnnxFileBytes? file)
    {
        if (bytes.IsEmpty)
        {
            throw Empty(path);
        }

        if (bytes.Length > RuntimeMarkAt && bytes[RuntimeMarkAt..].StartsWith(RuntimeMark))
        {
            throw new BadModelException($"{path} is in ONNX Runtime's own format (.ort), expected ONNX; use the .onnx file that it was made of.");
        }

        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        long metadataBytes = 0;
        var graph = new OnnxGraphWalk(path, limits, new OnnxBudget(path, limits));
        long ir = 0, opset = 0, opsets = 0;
        string producer = "", producerVersion = "";
        bool hasGraph = false;
        var reader = new ProtoReader(bytes, path, file: file);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    ir = reader.Integer();
                    break;
                case 2:
                    reader.Once();
                    producer = reader.Text(limits.NameBytes);
                    break;
                case 3:
                    reader.Once();
                    producerVersion = reader.Text(limits.NameBytes);
                    break;
                case 4 or 6:
                    reader.SkipText();
                    break;
                case 5:
                    reader.Integer();
                    break;
                case 7:
                    reader.Once();
                    graph.Walk(reader.Message());
                    hasGraph = true;
                    break;
                case 8:
                    opsets = opsets < limits.Opsets ? opsets + 1 : throw reader.Damaged($"there are more than {limits.Opsets} opsets");
                    ReadOpset(reader.Message(), limits, ref opset);
                    break;
                case 14:
                    ReadMetadata(reader.Message(), limits, metadata, ref metadataBytes);
                    break;
                case 20:
                    throw new BadModelException($"{path} carries training graphs, which a generator does not need; export it for inference only.");
                case 25:
                    throw new BadModelException($"{path} carries functions of its own, expected standard operators only; export it with functions inlined.");
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of an ONNX model's");
            }
        }

        if (!hasGraph || ir == 0)
        {
            throw new BadModelException($"{path} is not an ONNX model: it has no {(hasGraph ? "format version" : "graph")}; download or export it again.");
        }

        RequireVersions(path, limits, ir, opset);
        return graph.Summarise(ir, opset, $"{producer} {producerVersion}".Trim(), metadata);
    }

    private static void RequireVersions(string path, OnnxLimits limits, long ir, long opset)
    {
        if (ir < limits.OldestIr || ir > limits.NewestIr)
        {
            throw new BadModelException($"{path} has ONNX format version {ir}, expected {limits.OldestIr} to {limits.NewestIr}; export it with opset 17.");
        }

        if (opset < limits.OldestOpset || opset > limits.NewestOpset)
        {
            throw new BadModelException($"{path} uses opset {opset}, expected {limits.OldestOpset} to {limits.NewestOpset}; export it with opset 17.");
        }
    }

    private static void ReadOpset(ProtoReader reader, OnnxLimits limits, ref long opset)
    {
        string domain = "";
        long version = 0;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Once();
                    domain = reader.Text(limits.NameBytes);
                    break;
                case 2:
                    reader.Once();
                    version = reader.Integer();
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of an opset's");
            }
        }

        // Exporters list domains they do not use; a node of another domain is refused where it occurs.
        if (OnnxGraphWalk.IsStandard(domain))
        {
            opset = opset == 0 ? version : throw reader.Damaged("the standard opset is listed twice");
        }
    }

    private static void ReadMetadata(ProtoReader reader, OnnxLimits limits, SortedDictionary<string, string> metadata, ref long bytes)
    {
        string key = "", value = "";
        while (reader.Next())
        {
            reader.Once();
            switch (reader.Field)
            {
                case 1:
                    key = reader.Text(limits.NameBytes);
                    break;
                case 2:
                    value = reader.Text(limits.TextBytes);
                    break;
                default:
                    throw reader.Damaged($"field {reader.Field} is not one of a metadata entry's");
            }
        }

        bytes += key.Length + value.Length;
        if (bytes > limits.MetadataBytes)
        {
            throw reader.Damaged($"there are more than {limits.MetadataBytes >> 20} MB of metadata");
        }

        if (key == RuntimeSettings)
        {
            throw reader.Damaged($"metadata '{key}' holds settings for ONNX Runtime, which no generator needs");
        }

        if (metadata.Count >= limits.MetadataEntries || !metadata.TryAdd(key, value))
        {
            throw reader.Damaged(metadata.ContainsKey(key) ? $"metadata '{key}' occurs twice" : $"there are more than {limits.MetadataEntries} metadata entries");
        }
    }

    private static BadModelException Empty(string path) => new($"{path} is empty, expected an ONNX file; download or export it again.");
}
