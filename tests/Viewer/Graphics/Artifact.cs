using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>Pictures that tests leave behind for a person to look at: artifacts/Viewer/Graphics/NAME.png.</summary>
internal static class Artifact
{
    internal static void Write(string name, ReadOnlySpan<byte> rgba, int width, int height) =>
        PngFile.Write(Path.Combine(Folder("Graphics"), name + ".png"), rgba, width, height);

    /// <summary>artifacts/Viewer/NAME of this checkout.</summary>
    internal static string Folder(string name)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Viewer.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Viewer.sln above the tests.");
        }

        string folder = Path.Combine(root, "artifacts", "Viewer", name);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
