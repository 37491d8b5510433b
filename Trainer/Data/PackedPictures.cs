using LatentWalk.Data;

namespace LatentWalk.Trainer.Data;

/// <summary>
/// The pictures of a packed set, read from the file when they are needed and checked each time. By ordinary reads and not
/// through the map: a device that fails or a file that is cut is then a bad picture, and not the end of the process; and
/// the file's pages are the system's to keep or to drop, none of ours.
/// </summary>
internal sealed class PackedPictures(PackedSet set, IReadOnlyList<SkippedPicture> skipped) : IPictureSet
{
    public int Count => set.Count;

    public int Size => set.Size;

    public string Fingerprint => set.Fingerprint;

    public IReadOnlyList<SkippedPicture> Skipped { get; } = skipped;

    public IReadOnlyList<string> Classes { get; } = [.. set.Classes.Select(c => c.Name)];

    public int ClassOf(int index) => set.ClassOf(index);

    public string NameOf(int index) => $"picture {index} of '{set.Path}'";

    public ReadOnlySpan<byte> Read(int index, Span<byte> buffer) => set.ReadRgb(index, buffer);

    public void Dispose() => set.Dispose();
}
