using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Inspect;

/// <summary>Finds out what a path is, by what is in it.</summary>
internal static class Inspector
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <exception cref="LatentWalkException">It does not exist, is damaged, or is nothing of ours.</exception>
    public static Inspection Inspect(string path)
    {
        if (Directory.Exists(path))
        {
            return InspectFolder(path);
        }

        if (!File.Exists(path))
        {
            throw new BadDataException($"'{path}' does not exist; check the name.");
        }

        if (Path.GetFileName(path).Equals(SetInspector.LabelsName, StringComparison.OrdinalIgnoreCase))
        {
            return SetInspector.Inspect(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        Span<byte> head = stackalloc byte[FileHead.Bytes];
        head = FileHead.Read(path, head);
        return head switch
        {
            _ when head.StartsWith(PngSignature) => PictureInspector.Inspect(path),
            _ when PackedSet.Recognises(head) || path.EndsWith(PackedSet.Ending, StringComparison.OrdinalIgnoreCase) => SetInspector.InspectPacked(path),
            _ when PictureFiles.IsZip(head) => SetInspector.Inspect(path),
            _ when IsCheckpoint(path, head) => WeightsInspector.TryInspect(path) ?? CheckpointInspector.Inspect(path),
            _ when IsGenerator(path, head) => GeneratorInspector.Inspect(path),
            _ => throw new BadDataException(
                $"'{path}' is nothing that Latent Walk makes or reads; expected a run folder, a checkpoint (.safetensors), a generator (.onnx), a PNG, a picture set (.lwset), or a folder or zip of pictures."),
        };
    }

    private static Inspection InspectFolder(string path)
    {
        if (RunFolder.IsRun(path))
        {
            return RunInspector.Inspect(path);
        }

        return PictureFile.Find(path).Count > 0 || File.Exists(Path.Combine(path, SetInspector.LabelsName))
            ? SetInspector.Inspect(path)
            : throw new BadDataException($"'{path}' is neither a run (no {RunFolder.ConfigName}) nor a folder with pictures (png, jpg, jpeg, webp, gif) in it.");
    }

    // The header's length and an opening brace; a cut file may have less, so the name counts too.
    private static bool IsCheckpoint(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) || (head.Length > 8 && head[8] == '{');

    // An ONNX file begins with its format version: field 1, varint.
    private static bool IsGenerator(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) || (head.Length > 1 && head[0] == 0x08 && head[1] < 0x20);
}
