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

    public ReadOnlySpan<byte> Read(int index, Span<byte> buffer)
    {
        var pixels = buffer[..set.PictureBytes];
        return !set.TryRead(index, pixels) ? []
            : set.Channels == 3 ? pixels
            : OverWhite(pixels);
    }

    public void Dispose() => set.Dispose();

    /// <summary>RGBA to RGB in place.</summary>
    private static Span<byte> OverWhite(Span<byte> rgba)
    {
        int to = 0;
        for (int at = 0; at < rgba.Length; at += 4)
        {
            int alpha = rgba[at + 3];
            for (int c = 0; c < 3; c++)
            {
                rgba[to++] = (byte)(((rgba[at + c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }
        }

        return rgba[..to];
    }
}
