using LatentWalk.Core.Errors;
using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare;

/// <summary>The files that may be pictures, and their labels.</summary>
/// <param name="Names">Whatever their endings: content decides.</param>
/// <param name="Labels">Null for none.</param>
internal sealed record PrepareSource(IPictureFiles Files, SourceNames Names, SourceLabels? Labels)
{
    public const string AutoLabels = "auto";
    public const string NoLabels = "none";

    // What else belongs in a folder of pictures: labels, and the log of a collection.
    private static readonly HashSet<string> s_companions = new(StringComparer.Ordinal) { LabelSource.JsonName, LabelSource.CsvName, "sources.jsonl" };

    /// <param name="labels"><see cref="AutoLabels"/>, <see cref="NoLabels"/> or a file.</param>
    /// <param name="outputs">Files that are being made, which may lie in the folder too.</param>
    /// <exception cref="BadDataException">There are no files, or the labels cannot be understood.</exception>
    public static PrepareSource Read(IPictureFiles files, string labels, IReadOnlyList<string> outputs)
    {
        string root = Path.GetFullPath(files.Path);
        var own = outputs.Select(path => Path.GetRelativePath(root, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/')).ToHashSet(StringComparer.Ordinal);
        SourceNames all = Everything(files);
        Leftovers.Free();
        SourceNames names = Pictures(all, own);
        Leftovers.Free();
        if (names.Count == 0)
        {
            throw new BadDataException($"'{files.Path}' holds no file. Expected PNG, JPEG, WebP or GIF pictures, in folders or not.");
        }

        SourceLabels? found = LabelsOf(files, labels, all, names);
        Leftovers.Free();
        return new PrepareSource(files, names, found);
    }

    // Each in a method of its own, whose end lets go of what it read with.
    private static SourceNames Everything(IPictureFiles files) => new([.. files.Enumerate()]);

    private static SourceNames Pictures(SourceNames all, HashSet<string> own) =>
        new([.. all.Where(file => !s_companions.Contains(file.Name) && !own.Contains(file.Name) && !IsTemporary(file.Name))]);

    private static SourceLabels? LabelsOf(IPictureFiles files, string labels, SourceNames all, SourceNames names) => SourceLabels.Of(
        labels switch
        {
            NoLabels => null,
            AutoLabels => LabelSource.Find(files, all),
            _ => LabelSource.FromFile(labels),
        },
        names);

    private static bool IsTemporary(string name) => name[(name.LastIndexOf('/') + 1)..].StartsWith(".lw-", StringComparison.Ordinal);
}
