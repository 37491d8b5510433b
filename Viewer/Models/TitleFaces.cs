using System.Collections.Concurrent;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Makes a face for every model of the title that has no picture beside it: on a thread of its own, one model at a time, each
/// closed again at once.
/// </summary>
internal sealed class TitleFaces : IDisposable
{
    /// <summary>Nobody looks further down than this before choosing one.</summary>
    public const int Most = 12;

    private readonly TitleModel[] models;
    private readonly ConcurrentQueue<TitleList> news = new();
    private readonly Thread thread;
    private volatile bool disposed;

    public TitleFaces(TitleList list)
    {
        models = [.. list.Models];
        thread = new Thread(Draw) { Name = "title faces", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsComplete => !thread.IsAlive && news.IsEmpty;

    /// <summary>The list with the faces drawn so far; null when there is none more than at the last call. Main thread.</summary>
    public TitleList? Take()
    {
        TitleList? newest = null;
        while (!news.IsEmpty && news.TryDequeue(out TitleList? list))
        {
            newest = list;
        }

        return newest;
    }

    public void Dispose() => disposed = true;    // the face being drawn is drawn, for nobody

    private void Draw()
    {
        for (int i = 0; i < Math.Min(Most, models.Length) && !disposed; i++)
        {
            if (models[i].Picture is null && TryDraw(models[i]) is { } drawn)
            {
                models[i] = drawn;
                news.Enqueue(new TitleList([.. models]));
            }
        }
    }

    private static TitleModel? TryDraw(TitleModel model)
    {
        try
        {
            using GeneratorSource source = GeneratorSource.Open(model.Path, ProviderChoice.Cpu, null);
            var rgba = new byte[source.Width * source.Height * 4];
            float[] z = Latent.FromSeed(source.ToModel(null).FirstSeed, source.ZDim);
            Latent.Truncate(z, source.Info.Truncation, z);
            source.Run(z, [], 1, rgba);
            (int width, int height) = SheetTile.Size(source.Width, source.Height);
            var small = new byte[width * height * 4];
            SheetTile.Reduce(rgba, source.Width, source.Height, small);
            return model with { Picture = small, PictureWidth = width, PictureHeight = height };
        }
        catch (LatentWalkException)
        {
            return null;    // the line stays without a picture
        }
    }
}
