using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare;

/// <summary>The classes of a source's files by their place among its names, without the names.</summary>
/// <param name="Origin">Where they are said, <see cref="Labels.Origin"/>.</param>
/// <param name="Classes">Names.</param>
/// <param name="OfFiles">Of each file the index of its class, -1 for none.</param>
internal sealed record SourceLabels(string Origin, IReadOnlyList<string> Classes, IReadOnlyList<int> OfFiles)
{
    public static SourceLabels? Of(Labels? labels, IReadOnlyCollection<PictureFileName> files) =>
        labels is null ? null : new SourceLabels(labels.Origin, labels.Classes, files.Select(file => labels.ClassOf(file.Name)).ToArray());
}
