using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Card;

namespace LatentWalk.Exporter.Export;

/// <summary>What can be said to be wrong before any work is done.</summary>
internal static class ExportChecks
{
    /// <exception cref="UsageException">The request makes no sense.</exception>
    /// <exception cref="DiskException">A place to write to is not there.</exception>
    public static void Require(ExportRequest request)
    {
        if (request is { Output: null, Web: null, Triton: null })
        {
            throw new UsageException("there is nothing to write: give -o FILE.onnx for a generator file, --web DIR for a page or --triton DIR for a model repository.");
        }

        if (request.Output is not { } output)
        {
            if (request.Card)
            {
                throw new UsageException("--card describes a generator file and lies beside it; say where with -o FILE.onnx.");
            }

            return;
        }

        if (Directory.Exists(output))
        {
            throw new UsageException($"'{output}' is a folder, expected the name of the file to write: -o {Path.Combine(output, "generator.onnx")}");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(output))!;
        if (!Directory.Exists(folder))
        {
            throw new DiskException($"The folder '{folder}' of '{output}' does not exist; make it, or choose another place with -o.");
        }

        if (request.Card)
        {
            CardFile.RequireReplaceable(output);
        }
    }
}
