using LatentWalk.Core.Checkpoints;
using LatentWalk.Exporter.Adopt;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A file of weights alone, in a layout that <c>adopt</c> knows.</summary>
internal static class WeightsInspector
{
    /// <summary>Null where it is a checkpoint of this project's, or in no such layout.</summary>
    public static Inspection? TryInspect(string path)
    {
        using var file = SafetensorsFile.Open(path);
        if (file.Metadata.ContainsKey(CheckpointKeys.Generator) || !DcganLayout.Recognises(file))
        {
            return null;
        }

        var spec = DcganLayout.Describe(file);
        return new Inspection("weights",
        [
            new("path", "path", path),
            new("layout", "layout", DcganLayout.Name, $"{DcganLayout.Name}, as in PyTorch's example"),
            new("zdim", "latent", spec.ZDim, $"{spec.ZDim} components"),
            new("resolution", "resolution", spec.Resolution, $"{spec.Resolution}x{spec.Resolution}, {spec.Channels} channels"),
            new("width", "width", spec.Width),
            new("batchNorm", "batch norm", spec.BatchNorm, spec.BatchNorm ? "yes" : "no"),
            new("tensors", "tensors", file.Tensors.Count),
            new("next", "to make a generator", $"lw adopt {path} --arch {DcganLayout.Name} -o generator.onnx"),
        ]);
    }
}
