namespace LatentWalk.Data;

/// <summary>A file of a folder or of a zip.</summary>
/// <param name="Name">Relative, '/' between folders.</param>
/// <param name="Bytes">Its size by the folder or the zip; what is read may still be refused for another.</param>
/// <param name="Problem">Null, or why it must not be opened: a whole sentence that names it.</param>
public sealed record PictureFileName(string Name, long Bytes, string? Problem = null)
{
    private static readonly string[] s_endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    /// <summary>Whether it is called as the kinds of picture that are read are; what it is, only its content says.</summary>
    public bool HasPictureEnding => s_endings.Any(ending => Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
