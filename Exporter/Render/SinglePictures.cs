using System.Globalization;
using System.Threading.Channels;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render;

/// <summary>One PNG for each seed, its latent inside. Pictures are written while the next batch is generated.</summary>
internal static class SinglePictures
{
    // Writing waits for the disk (every file is made durable) more than it computes.
    private const int Writers = 4;

    public static string FileName(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"seed-{seed:d6}.png");

    public static void Render(PictureSource source, RenderRequest request, Action<int> progress, CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var queue = Channel.CreateBounded<(ulong Seed, byte[] Rgba)>(2 * source.BatchSize);
        int done = 0;
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            try
            {
                await foreach (var (seed, rgba) in queue.Reader.ReadAllAsync(failed.Token))
                {
                    string path = Path.Combine(request.Folder, FileName(seed));
                    PngFile.Write(path, rgba, source.Width, source.Height, source.Remember(seed));
                    progress(Interlocked.Increment(ref done));
                }
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        })).ToArray();
        try
        {
            Generate(source, request.Seeds, queue.Writer, failed.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // A writer failed; its own error follows.
        }
        finally
        {
            queue.Writer.TryComplete();
        }

        Wait(writers);
    }

    private static void Generate(PictureSource source, IReadOnlyList<ulong> seeds, ChannelWriter<(ulong, byte[])> queue, CancellationToken stop)
    {
        foreach (ulong[] batch in seeds.Distinct().Chunk(source.BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            byte[][] pictures = source.Generate([.. batch.Select(seed => Latent.FromSeed(seed, source.Info.ZDim))]);
            foreach (var (seed, rgba) in batch.Zip(pictures))
            {
                queue.WriteAsync((seed, rgba), stop).AsTask().GetAwaiter().GetResult();
            }
        }
    }

    // The first writer's error is the cause; the others were only told to stop.
    private static void Wait(Task[] writers)
    {
        Task.WhenAll(writers).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        var cause = writers.FirstOrDefault(writer => writer.IsFaulted) ?? writers.FirstOrDefault(writer => writer.IsCanceled);
        cause?.GetAwaiter().GetResult();
    }
}
