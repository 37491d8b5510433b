namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>The published anime-face cascade, which is not part of the tree: looked for as <c>shared/data</c> beside the tree and above.</summary>
internal static class AnimeCascade
{
    public const string FileName = "lbpcascade_animeface.xml";

    /// <summary>Null where it is not at hand.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LW_FACE_CASCADE") is { Length: > 0 } named)
        {
            return named;
        }

        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            string path = System.IO.Path.Combine(folder, "shared", "data", FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
