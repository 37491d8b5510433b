using LatentWalk.Core.Latents;

namespace LatentWalk.Viewer.Working;

/// <summary>
/// Makes the newest sheet batch by batch, so that faces can go between. A newer sheet takes the place of one that is
/// under way, unless that one is shown whole only: then it is finished first, or a sheet that changes all the time
/// would never be seen.
/// </summary>
internal sealed class SheetMaker(WatchedRun runs)
{
    /// <summary>Source pixels of one batch at most: a face that is flown waits no longer than a small one takes.</summary>
    private const int BatchPixels = 8 * 64 * 64;

    private readonly PicturePart wanted = new();
    private readonly PicturePart current = new();
    private float[] truncated = [];
    private byte[] faces = [];
    private byte[] sheet = [];
    private int done;

    /// <summary>Whether there is a batch to make.</summary>
    public bool IsUnfinished => current.Source is not null && done < current.Count;

    /// <summary>Takes note of what is wanted now; the same as before changes nothing.</summary>
    public void Want(PicturePart part)
    {
        if (part.Number == wanted.Number)
        {
            return;
        }

        wanted.CopyFrom(part);
        bool finishFirst = IsUnfinished && current.IsWhole && ReferenceEquals(wanted.Source, current.Source);
        if (!finishFirst)
        {
            Begin();
        }
    }

    /// <summary>The sheet that is being made.</summary>
    public PicturePart Current => current;

    /// <summary>Nothing more of the current sheet, which failed.</summary>
    public void GiveUp()
    {
        done = current.Count;
        BeginNext();
    }

    /// <summary>Makes one batch of the sheet that <see cref="IsUnfinished"/>.</summary>
    /// <param name="result">Filled in.</param>
    /// <returns>Whether the result is to be shown.</returns>
    public bool MakeBatch(PictureResult result)
    {
        IPictureSource source = current.Source!;
        (int tileWidth, int tileHeight) = SheetTile.Size(source.Width, source.Height);
        int faceBytes = source.Width * source.Height * 4;
        int tileBytes = tileWidth * tileHeight * 4;
        int count = BatchOf(source, current.Count - done);
        Grow(ref faces, count * faceBytes);
        if (done == 0)
        {
            Grow(ref sheet, current.Count * tileBytes);
            Array.Clear(sheet);
        }

        ReadOnlySpan<float> c = current.C.Length == 0 ? [] : current.C.Slice(done * source.Classes, count * source.Classes);
        result.RunSeconds = runs.Run(source, Truncate(source.ZDim, count), c, count, faces.AsSpan(0, count * faceBytes)) / count;
        for (int i = 0; i < count; i++)
        {
            SheetTile.Reduce(
                faces.AsSpan(i * faceBytes, faceBytes), source.Width, source.Height,
                sheet.AsSpan((done + i) * tileBytes, tileBytes));
        }

        done += count;
        bool shown = !current.IsWhole || done == current.Count;
        if (shown)
        {
            result.Answer(current, tileWidth, tileHeight);
            sheet.AsSpan(0, result.Rgba.Length).CopyTo(result.Rgba);
            result.Ready = done;
            result.IsComplete = done == current.Count;
        }

        BeginNext();
        return shown;
    }

    /// <summary>A power of two: a runtime keeps memory for each batch size that it has seen. The same on every machine, because pictures may depend on it in the last bit.</summary>
    internal static int BatchOf(IPictureSource source, int remaining)
    {
        int most = Math.Clamp(BatchPixels / (source.Width * source.Height), 1, Math.Min(8, source.MaxBatch));
        int batch = 1;
        while (batch * 2 <= Math.Min(most, remaining))
        {
            batch *= 2;
        }

        return batch;
    }

    private void BeginNext()
    {
        if (done == current.Count && wanted.Number != current.Number)
        {
            Begin();
        }
    }

    private void Begin()
    {
        current.CopyFrom(wanted);
        done = 0;
    }

    private ReadOnlySpan<float> Truncate(int zdim, int count)
    {
        Grow(ref truncated, count * zdim);
        Span<float> result = truncated.AsSpan(0, count * zdim);
        Latent.Truncate(current.Z.Slice(done * zdim, count * zdim), current.Truncation, result);
        return result;
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[length];
        }
    }
}
