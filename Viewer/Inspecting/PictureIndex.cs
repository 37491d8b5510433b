using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Inspecting;

/// <summary>
/// The pictures of a training set as descriptors, to be scanned for the ones nearest to a generated picture. Immutable; any
/// thread.
/// </summary>
internal sealed class PictureIndex
{
    /// <summary>More are thinned out evenly: 300 MB of descriptors are enough.</summary>
    public const int Largest = 50_000;

    /// <summary>Pictures whose own nearest neighbour is looked for, for the threshold.</summary>
    private const int Samples = 300;

    /// <summary>With fewer pictures one of a hundred means nothing.</summary>
    private const int FewestForThreshold = 20;

    private const double Percentile = 0.01;

    /// <summary>Nearer than this is the same picture, stored twice; it says nothing about how alike two different ones are.</summary>
    private const float Same = 0.5f;

    private readonly string[] paths;
    private readonly float[] descriptors;
    private readonly Fit fit;

    private PictureIndex(string[] paths, float[] descriptors, int size, Fit fit, int skipped, int found)
    {
        (this.paths, this.descriptors, Size, this.fit, Skipped, Found) = (paths, descriptors, size, fit, skipped, found);
        Threshold = FindThreshold();
    }

    /// <summary>Side of the pictures as they are looked at.</summary>
    public int Size { get; }

    /// <summary>Pictures in it.</summary>
    public int Count => paths.Length;

    /// <summary>Files that could not be read as pictures.</summary>
    public int Skipped { get; }

    /// <summary>Files in the folder; more than <see cref="Count"/> and <see cref="Skipped"/> where there were too many.</summary>
    public int Found { get; }

    /// <summary>The distance that 99 of 100 pictures keep from every other picture of the set; 0 where there are too few to tell.</summary>
    public float Threshold { get; }

    /// <summary>Reads every picture of a folder; takes seconds for thousands.</summary>
    /// <param name="folder">Searched with its subfolders.</param>
    /// <param name="size">Side of the generator's pictures: the set is looked at as the trainer looked at it.</param>
    /// <param name="fit">How a picture that is not square was made so.</param>
    /// <param name="progress">Hears of (read, all) now and then, on any thread.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <exception cref="BadDataException">No picture could be read.</exception>
    public static PictureIndex Build(string folder, int size, Fit fit, Action<int, int>? progress, CancellationToken cancel)
    {
        IReadOnlyList<string> found = PictureFile.Find(folder);
        int stride = (found.Count + Largest - 1) / Largest;
        string[] files = stride <= 1 ? [.. found] : [.. found.Where((_, index) => index % stride == 0)];
        var descriptors = new float[files.Length * PictureDescriptor.Length];
        var read = new bool[files.Length];
        int done = 0;

        // One core stays free for the flight.
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) };
        Parallel.For(0, files.Length, options, i =>
        {
            read[i] = TryDescribe(files[i], size, fit, descriptors.AsSpan(i * PictureDescriptor.Length, PictureDescriptor.Length));
            progress?.Invoke(Interlocked.Increment(ref done), files.Length);
        });
        int skipped = read.Count(ok => !ok);
        return skipped < files.Length
            ? new PictureIndex([.. files.Where((_, i) => read[i])], Compact(descriptors, read), size, fit, skipped, found.Count)
            : throw new BadDataException($"'{folder}' has no picture that can be read ({found.Count} files tried); name the folder that the generator was trained on.");
    }

    /// <summary>The three nearest pictures to one on screen, or to it in a mirror, and what that means.</summary>
    /// <param name="rgba">uint8 [height, width, 4].</param>
    public NearestAnswer Find(ReadOnlySpan<byte> rgba, int width, int height)
    {
        Span<byte> small = stackalloc byte[PictureDescriptor.Side * PictureDescriptor.Side * 3];
        PictureDescriptor.Shrink(rgba, width, height, small);
        (float[] plain, float[] mirrored) = Both(small);
        var nearest = new PriorityQueue<NearPicture, float>();
        for (int i = 0; i < Count; i++)
        {
            (float distance, bool mirror) = Distance(plain, mirrored, i);
            if (nearest.Count < 3 || distance < -nearest.UnorderedItems.Min(item => item.Priority))
            {
                nearest.Enqueue(new NearPicture(paths[i], distance, mirror), -distance);
                if (nearest.Count > 3)
                {
                    nearest.Dequeue();
                }
            }
        }

        NearPicture[] three = [.. nearest.UnorderedItems.Select(item => item.Element).OrderBy(near => near.Distance).Select(Load)];
        bool close = three[0].Distance < Threshold;
        return new NearestAnswer(three, Threshold, close, Words(three[0], close));
    }

    private NearPicture Load(NearPicture picture)
    {
        try
        {
            return picture with { Rgba = Opaque(PictureFile.Load(picture.Path, Size, fit)) };
        }
        catch (BadDataException)
        {
            return picture;    // deleted since it was read; its distance still counts
        }
    }

    private static bool TryDescribe(string path, int size, Fit fit, Span<float> descriptor)
    {
        try
        {
            byte[] rgb = PictureFile.Load(path, size, fit);
            Span<byte> small = stackalloc byte[PictureDescriptor.Side * PictureDescriptor.Side * 3];
            PictureDescriptor.Shrink(Opaque(rgb), size, size, small);
            PictureDescriptor.Write(small, descriptor);
            return true;
        }
        catch (BadDataException)
        {
            return false;    // counted; what is wrong with it is the trainer's report
        }
    }

    private static byte[] Opaque(byte[] rgb)
    {
        var rgba = new byte[rgb.Length / 3 * 4];
        for (int i = 0; i < rgb.Length / 3; i++)
        {
            rgb.AsSpan(i * 3, 3).CopyTo(rgba.AsSpan(i * 4));
            rgba[(i * 4) + 3] = 255;
        }

        return rgba;
    }

    private static float[] Compact(float[] descriptors, bool[] read)
    {
        int kept = 0;
        for (int i = 0; i < read.Length; i++)
        {
            if (read[i])
            {
                descriptors.AsSpan(i * PictureDescriptor.Length, PictureDescriptor.Length).CopyTo(descriptors.AsSpan(kept++ * PictureDescriptor.Length));
            }
        }

        return kept == read.Length ? descriptors : descriptors[..(kept * PictureDescriptor.Length)];
    }

    private static (float[] Plain, float[] Mirrored) Both(ReadOnlySpan<byte> small)
    {
        Span<byte> turned = stackalloc byte[small.Length];
        PictureDescriptor.Mirror(small, turned);
        var plain = new float[PictureDescriptor.Length];
        var mirrored = new float[PictureDescriptor.Length];
        PictureDescriptor.Write(small, plain);
        PictureDescriptor.Write(turned, mirrored);
        return (plain, mirrored);
    }

    private ReadOnlySpan<float> Descriptor(int picture) => descriptors.AsSpan(picture * PictureDescriptor.Length, PictureDescriptor.Length);

    private (float Distance, bool Mirrored) Distance(float[] plain, float[] mirrored, int picture)
    {
        float straight = PictureDescriptor.Distance(plain, Descriptor(picture));
        float turned = PictureDescriptor.Distance(mirrored, Descriptor(picture));
        return turned < straight ? (turned, true) : (straight, false);
    }

    private float FindThreshold()
    {
        if (Count < FewestForThreshold)
        {
            return 0;
        }

        int samples = Math.Min(Samples, Count);
        var nearest = new float[samples];
        Span<byte> small = stackalloc byte[PictureDescriptor.Side * PictureDescriptor.Side * 3];
        for (int sample = 0; sample < samples; sample++)
        {
            int own = (int)((long)sample * Count / samples);
            PictureDescriptor.Read(Descriptor(own), small);
            (float[] plain, float[] mirrored) = Both(small);
            nearest[sample] = float.PositiveInfinity;
            for (int i = 0; i < Count; i++)
            {
                float distance = i == own ? 0 : Distance(plain, mirrored, i).Distance;
                if (distance > Same && distance < nearest[sample])
                {
                    nearest[sample] = distance;
                }
            }
        }

        Array.Sort(nearest);
        float threshold = nearest[(int)(samples * Percentile)];
        return float.IsFinite(threshold) ? threshold : 0;
    }

    private string Words(NearPicture nearest, bool close)
    {
        string distance = nearest.Distance.ToString("0.0", CultureInfo.InvariantCulture);
        string threshold = Threshold.ToString("0.0", CultureInfo.InvariantCulture);
        return Threshold == 0
            ? $"the nearest training picture is {distance} levels away; {Count} pictures are too few to tell what is too close."
            : close
                ? $"TOO CLOSE: {distance} levels from a training picture{(nearest.Mirrored ? " in a mirror" : "")}, nearer than 99 of 100 of them are to one another ({threshold}). It may be a copy."
                : $"the nearest training picture is {distance} levels away; 99 of 100 of them keep {threshold} from one another, so this is no copy.";
    }
}
