using LatentWalk.Cli;
using LatentWalk.Exporter.Export;

namespace LatentWalk.Exporter.Triton;

/// <summary>Writes the repository and tells what to do with it.</summary>
internal static class TritonExport
{
    /// <returns>The model's folder.</returns>
    public static string Write(ExportedModel model, TritonRequest request)
    {
        var version = TritonRepository.Write(model.Bytes, model.Name, request);
        Talk.Info(version.IsNew
            ? $"Version {version.Version} of '{version.Name}' for Triton. Serve it with: tritonserver --model-repository={Path.GetFullPath(request.Folder)}"
            : $"Version {version.Version} of '{version.Name}' is this very file already; nothing was written.");
        return version.Folder;
    }
}
