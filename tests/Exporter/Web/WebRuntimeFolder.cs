namespace LatentWalk.Exporter.Tests.Web;

/// <summary>Where the launcher keeps ONNX Runtime Web; null when it was not fetched.</summary>
internal static class WebRuntimeFolder
{
    public static string? Path { get; } = Find();

    /// <summary>The checkout, which also has the trained generators.</summary>
    public static string Root { get; } = FindRoot();

    private static string? Find()
    {
        string folder = System.IO.Path.Combine(FindRoot(), ".lw", "onnxruntime-web");
        return File.Exists(System.IO.Path.Combine(folder, "package.json")) ? folder : null;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Viewer.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Viewer.sln above {AppContext.BaseDirectory}; the tests run inside a checkout.");
    }
}
