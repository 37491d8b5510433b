using LatentWalk.Core.Errors;

namespace LatentWalk.Exporter.Adopt;

/// <summary>What can be said to be wrong before any work is done.</summary>
internal static class AdoptChecks
{
    private const int MostSeeds = 4096;

    /// <exception cref="UsageException">The request makes no sense.</exception>
    /// <exception cref="DiskException">The place to write to is not there.</exception>
    public static void Require(AdoptRequest request)
    {
        bool weights = request.Source.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase);
        if (weights && request.Architecture is null)
        {
            throw new UsageException($"'{request.Source}' is weights alone: say what network they belong to, such as --arch {DcganLayout.Name}. A checkpoint of Latent Walk is for lw export.");
        }

        if (!weights && request.Architecture is not null)
        {
            throw new UsageException($"--arch is for weights alone (.safetensors); '{request.Source}' has its network in it, leave --arch out.");
        }

        if (request.Truncation is < 0 or > 2 or float.NaN)
        {
            throw new UsageException($"--truncation is {request.Truncation}, expected 0 to 2.");
        }

        if (request.LeakySlope is < 0 or > 1 or float.NaN)
        {
            throw new UsageException($"--leaky-slope is {request.LeakySlope}, expected 0 to 1.");
        }

        if (request.Seeds?.Count > MostSeeds)
        {
            throw new UsageException($"--seeds names {request.Seeds.Count} seeds, expected at most {MostSeeds}.");
        }

        if (Directory.Exists(request.Output))
        {
            throw new UsageException($"'{request.Output}' is a folder, expected the name of the file to write: -o {Path.Combine(request.Output, "generator.onnx")}");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(request.Output))!;
        if (!Directory.Exists(folder))
        {
            throw new DiskException($"The folder '{folder}' of '{request.Output}' does not exist; make it, or choose another place with -o.");
        }
    }
}
