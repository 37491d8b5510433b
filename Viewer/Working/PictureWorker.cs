using System.Diagnostics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Working;

/// <summary>
/// The one thread that runs generators. It takes the newest request, answers it, and takes the next: it never falls
/// behind, and nobody waits for it. It owns the source of the last request it saw and disposes it when another comes.
/// </summary>
internal sealed class PictureWorker : IDisposable
{
    /// <summary>A sheet is made in parts of this size, each shown as it comes; a newer request cuts in between.</summary>
    private const int SheetBatch = 8;

    private readonly Thread thread;
    private IPictureSource? source;
    private float[] truncated = [];
    private byte[] faces = [];
    private byte[] sheet = [];

    public PictureWorker()
    {
        thread = new Thread(Work) { Name = "inference", IsBackground = true };
        thread.Start();
    }

    /// <summary>The window writes, the worker reads.</summary>
    public Mailbox<PictureRequest> Requests { get; } = new(() => new PictureRequest());

    /// <summary>The worker writes, the window reads.</summary>
    public Mailbox<PictureResult> Results { get; } = new(() => new PictureResult());

    /// <summary>Managed bytes that the worker's own thread has allocated so far; read by the tests.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Ends the thread. A provider that hangs is left behind: it must not keep the window from closing.</summary>
    public void Dispose()
    {
        Requests.Close();
        thread.Join(TimeSpan.FromSeconds(2));
        Results.Close();
    }

    private void Work()
    {
        while (Requests.Take(out PictureRequest request))
        {
            if (!ReferenceEquals(request.Source, source))
            {
                source?.Dispose();
                source = request.Source;
            }

            Answer(request);
            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread();
        }

        source?.Dispose();
    }

    private void Answer(PictureRequest request)
    {
        try
        {
            if (request.Kind == PictureKind.Face)
            {
                MakeFace(request);
            }
            else
            {
                MakeSheet(request);
            }
        }
        catch (Exception e)    // whatever a provider throws is shown over the picture, and the window lives on
        {
            Results.Draft.Answer(request, 0, 0);
            Results.Draft.Error = e.Message;
            Results.Draft.IsComplete = true;
            Results.Post();
        }
    }

    private void MakeFace(PictureRequest request)
    {
        IPictureSource generator = request.Source!;
        PictureResult result = Results.Draft;
        result.Answer(request, generator.Width, generator.Height);
        ReadOnlySpan<float> latents = Truncate(request);
        long start = Stopwatch.GetTimestamp();
        generator.Run(latents, 1, result.Rgba);
        result.RunSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        result.Ready = 1;
        result.IsComplete = true;
        Results.Post();
    }

    private void MakeSheet(PictureRequest request)
    {
        IPictureSource generator = request.Source!;
        (int tileWidth, int tileHeight) = SheetTile.Size(generator.Width, generator.Height);
        int batch = Math.Clamp(generator.MaxBatch, 1, SheetBatch);
        int faceBytes = generator.Width * generator.Height * 4;
        int tileBytes = tileWidth * tileHeight * 4;
        int zdim = generator.ZDim;
        Resize(ref faces, batch * faceBytes);
        Resize(ref sheet, request.Count * tileBytes);
        Array.Clear(sheet);
        ReadOnlySpan<float> latents = Truncate(request);
        for (int first = 0; first < request.Count && !Requests.IsFull; first += batch)
        {
            int count = Math.Min(batch, request.Count - first);
            long start = Stopwatch.GetTimestamp();
            generator.Run(latents.Slice(first * zdim, count * zdim), count, faces.AsSpan(0, count * faceBytes));
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            for (int i = 0; i < count; i++)
            {
                SheetTile.Reduce(
                    faces.AsSpan(i * faceBytes, faceBytes), generator.Width, generator.Height,
                    sheet.AsSpan((first + i) * tileBytes, tileBytes));
            }

            PictureResult result = Results.Draft;
            result.Answer(request, tileWidth, tileHeight);
            sheet.CopyTo(result.Rgba, 0);
            result.RunSeconds = seconds;
            result.Ready = first + count;
            result.IsComplete = result.Ready == request.Count;
            Results.Post();
        }
    }

    private ReadOnlySpan<float> Truncate(PictureRequest request)
    {
        int length = request.Z.Length;
        if (truncated.Length < length)
        {
            truncated = new float[length];
        }

        Latent.Truncate(request.Z, request.Truncation, truncated.AsSpan(0, length));
        return truncated.AsSpan(0, length);
    }

    private static void Resize<T>(ref T[] buffer, int length)
    {
        if (buffer.Length != length)
        {
            buffer = new T[length];
        }
    }
}
