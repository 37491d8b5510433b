using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>Pictures that tests leave behind for a person to look at: artifacts/Viewer/Graphics/NAME.png.</summary>
internal static class Artifact
{
    internal static void Write(string name, ReadOnlySpan<byte> rgba, int width, int height)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Viewer.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Viewer.sln above the tests.");
        }

        string folder = Path.Combine(root, "artifacts", "Viewer", "Graphics");
        Directory.CreateDirectory(folder);
        PngFile.Write(Path.Combine(folder, name + ".png"), rgba, width, height);
    }
}
