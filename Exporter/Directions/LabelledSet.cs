using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Pixels;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Directions;

/// <summary>Labelled training pictures → small ones with their classes.</summary>
internal static class LabelledSet
{
    /// <summary>Enough for a linear score of 768 numbers; from all over the set.</summary>
    private const int Most = 6000;

    private const long LargestPicture = 64L << 20;

    /// <summary>Where a run's pictures are, by its configuration; null where it does not say or they are gone.</summary>
    public static string? OfRun(string run)
    {
        string? folder = Directory.Exists(run) ? run : Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(run)));
        try
        {
            using var config = JsonDocument.Parse(File.ReadAllBytes(RunFolder.ConfigPath(folder ?? "")));
            string? data = config.RootElement.GetProperty("data").GetProperty("folder").GetString();
            return data is not null && (Directory.Exists(data) || File.Exists(data)) ? data : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="BadDataException">No pictures, or no labels for them.</exception>
    public static LabelledPictures Read(string path) =>
        path.EndsWith(PackedSet.Ending, StringComparison.OrdinalIgnoreCase) ? Packed(path) : Loose(path);

    private static LabelledPictures Packed(string path)
    {
        using var set = PackedSet.Open(path);
        var pixels = new byte[set.PictureBytes];
        return Collect(path, [.. set.Classes.Select(one => one.Name)], set.Count, set.ClassOf, index => set.TryRead(index, pixels) ? (Rgba(pixels, set.Channels), set.Size) : null);
    }

    private static LabelledPictures Loose(string path)
    {
        using var files = PictureFiles.Open(path);
        IReadOnlyList<PictureFileName> all = [.. files.Enumerate()];
        IReadOnlyList<PictureFileName> pictures = [.. all.Where(name => name.HasPictureEnding && name.Problem is null)];
        var labels = LabelSource.Find(files, all);
        return Collect(path, labels?.Classes ?? [], pictures.Count, index => labels!.ClassOf(pictures[index].Name), index =>
        {
            try
            {
                const int side = 4 * BlockMeans.Side;
                return (Rgba(PictureFile.Decode(files.Read(pictures[index], LargestPicture), pictures[index].Name, side, Fit.Crop), 3), side);
            }
            catch (BadDataException)
            {
                // One that cannot be read says nothing about its class; the trainer has reported it.
                return null;
            }
        });
    }

    private static LabelledPictures Collect(string path, IReadOnlyList<string> classes, int count, Func<int, int> classOf, Func<int, (byte[] Rgba, int Side)?> read)
    {
        if (classes.Count < 2 || count == 0)
        {
            throw new BadDataException($"'{path}' has {count} pictures and {(classes.Count == 0 ? "no labels" : $"{classes.Count} class")}, expected labelled pictures of at least two classes for --directions labels.");
        }

        var small = new List<float>();
        var found = new List<int>();
        var one = new float[SmallPicture.Length];
        int wanted = Math.Min(count, Most);
        for (int i = 0; i < wanted; i++)
        {
            int index = (int)((long)i * count / wanted);
            int label = classOf(index);
            if (label >= 0 && label < classes.Count && read(index) is var (rgba, side))
            {
                SmallPicture.Write(rgba, side, side, one);
                small.AddRange(one);
                found.Add(label);
            }
        }

        return found.Distinct().Count() >= 2
            ? new LabelledPictures(classes, [.. small], [.. found])
            : throw new BadDataException($"{found.Count} pictures of '{path}' have a label and can be read, expected some of at least two classes for --directions labels.");
    }

    private static byte[] Rgba(byte[] pixels, int channels)
    {
        var rgba = new byte[pixels.Length / channels * 4];
        for (int i = 0; i < rgba.Length / 4; i++)
        {
            pixels.AsSpan(channels * i, 3).CopyTo(rgba.AsSpan(4 * i));
            rgba[(4 * i) + 3] = 255;
        }

        return rgba;
    }
}
