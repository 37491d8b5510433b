using LatentWalk.Core.Errors;

namespace LatentWalk.Trainer.Prepare;

/// <summary>What is written, all beside each other.</summary>
/// <param name="List">One JSON line for every picture, kept or not.</param>
/// <param name="Preview">The folder of sheets.</param>
internal sealed record PreparePaths(string Set, string Report, string List, string Preview)
{
    public IReadOnlyList<string> All => [Set, Report, List];

    public static PreparePaths Of(string set)
    {
        if (string.IsNullOrWhiteSpace(set) || Path.EndsInDirectorySeparator(set) || Directory.Exists(set))
        {
            throw new UsageException($"'{set}' is a folder; name the file of the set with -o, such as faces.lwset.");
        }

        string stem = Path.Combine(Path.GetDirectoryName(set) ?? string.Empty, Path.GetFileNameWithoutExtension(set));
        return new PreparePaths(set, stem + ".html", stem + ".pictures.jsonl", stem + ".preview");
    }

    public void RequireFolder()
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(Set))!;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"there is no folder '{folder}' to write '{Path.GetFileName(Set)}' to. Make it, or name another place with -o.");
        }
    }
}
