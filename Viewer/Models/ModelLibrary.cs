using System.Collections.Concurrent;
using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Every model that can be walked in, newest first, with a face of each. Reads and draws on a thread of its own, one model at
/// a time: what a file says of itself first, then the faces, so the list is there at once and fills with pictures.
/// </summary>
internal sealed class ModelLibrary : IDisposable
{
    public const int MostModels = 24;
    public const int MostPictures = 12;

    private readonly ModelFolders folders;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<IReadOnlyList<TitleModel>> news = new();
    private readonly Thread thread;
    private volatile bool disposed;

    /// <param name="folders">Where to look.</param>
    /// <param name="clock">For how long ago a model changed.</param>
    public ModelLibrary(ModelFolders folders, TimeProvider clock)
    {
        (this.folders, this.clock) = (folders, clock);
        thread = new Thread(Read) { Name = "library", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsComplete => !thread.IsAlive && news.IsEmpty;

    /// <summary>The list as far as it is known now; null when it has not changed since the last call. Main thread.</summary>
    public IReadOnlyList<TitleModel>? Take()
    {
        IReadOnlyList<TitleModel>? newest = null;
        while (!news.IsEmpty && news.TryDequeue(out IReadOnlyList<TitleModel>? list))
        {
            newest = list;
        }

        return newest;
    }

    public void Dispose() => disposed = true;    // the face being drawn is drawn, for nobody

    /// <summary>"run, step 3,004, 64x64, 2 hours ago".</summary>
    internal static string Line(bool isRun, long? step, int? resolution, TimeSpan age)
    {
        List<string> parts = [isRun ? "training run" : "generator"];
        if (step is not null)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"step {step:N0}"));
        }

        if (resolution is not null)
        {
            parts.Add($"{resolution}x{resolution}");
        }

        parts.Add(Ago(age));
        return string.Join(", ", parts);
    }

    internal static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => "just now",
        { TotalHours: < 2 } => $"{(int)age.TotalMinutes} minutes ago",
        { TotalDays: < 2 } => $"{(int)age.TotalHours} hours ago",
        _ => $"{(int)age.TotalDays} days ago",
    };

    private void Read()
    {
        try
        {
            List<TitleModel> models = [];
            foreach (string path in folders.All().Take(MostModels).TakeWhile(_ => !disposed))
            {
                if (TryDescribe(path) is { } model)
                {
                    models.Add(model);
                }
            }

            news.Enqueue([.. models]);
            for (int i = 0; i < Math.Min(MostPictures, models.Count) && !disposed; i++)
            {
                if (TryDraw(models[i]) is { } drawn)
                {
                    models[i] = drawn;
                    news.Enqueue([.. models]);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed offers nothing; naming a file still works.
        }
    }

    // A file that is no generator is not offered; whoever opens it by name is told why.
    private TitleModel? TryDescribe(string path)
    {
        try
        {
            bool isRun = Directory.Exists(path);
            (long? step, int? resolution) = isRun ? OfRun(path) : OfFile(path);
            string name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
            return new TitleModel(path, isRun ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : name, Line(isRun, step, resolution, clock.GetUtcNow().UtcDateTime - ModelFolders.Changed(path)));
        }
        catch (LatentWalkException)
        {
            return null;
        }
    }

    private static (long? Step, int? Resolution) OfRun(string run)
    {
        CheckpointRef newest = CommittedCheckpoints.Of(run) is [{ } first, ..] ? first : throw new BadModelException($"the run {run} has no checkpoint.");
        using SafetensorsFile file = SafetensorsFile.Open(newest.Path);
        return (newest.Step, NetworkJson.ParseGenerator(file.RequireMetadata(CheckpointKeys.Generator), newest.Path).Resolution);
    }

    private static (long? Step, int? Resolution) OfFile(string path)
    {
        GeneratorMetadata? metadata = GeneratorMetadata.FromEntries(OnnxGuard.Read(path).Summary.Metadata, path);
        return (metadata?.Step, metadata?.Resolution);
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
