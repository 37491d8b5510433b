using System.Globalization;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Inspecting;

/// <summary>
/// Looks into the generator and into its training set for the face on screen. Main thread; the work is done elsewhere, one
/// question at a time, and the same face is looked into once.
/// </summary>
internal sealed class InspectDesk : IDisposable
{
    private const string NoSet = "no training set: name its folder with --data, or drop it here";

    private readonly CancellationTokenSource cancel = new();
    private long askedVersion;
    private Task<Result>? working;
    private Task<PictureIndex?>? indexing;
    private (LayerSession Session, GeneratorSource Source)? layers;
    private (string? Run, string? Named, int Size) loaded;
    private int read;
    private int all;
    private int shownRead = -1;
    private bool stale;
    private bool disposed;

    /// <summary>Grows with every answer.</summary>
    public long Version { get; private set; }

    /// <summary>The layers of the face that was asked about; empty before the first answer.</summary>
    public IReadOnlyList<LayerPage> Pages { get; private set; } = [];

    /// <summary>The training pictures nearest to it; null without a training set.</summary>
    public NearestAnswer? Nearest { get; private set; }

    /// <summary>One line about the training set: how far it is read, how many were left out, or why there is none.</summary>
    public string SetWords { get; private set; } = NoSet;

    /// <summary>Whether an answer is on its way.</summary>
    public bool IsBusy => working is not null || (indexing is not null && shownRead != int.MaxValue);

    /// <summary>The folder of training pictures that the user named; null for what the run's configuration names.</summary>
    public string? Folder { get; set; }

    /// <summary>
    /// Looks into the face on screen; call it every frame that Inspect is open. Does nothing as long as it is the same face, and
    /// lets a face that moves be: looking takes as long as some pictures do.
    /// </summary>
    /// <param name="source">Whose face it is.</param>
    /// <param name="face">The picture, with what made it.</param>
    /// <param name="rests">Whether the walker stands.</param>
    /// <returns>What went wrong, once; null while all is well.</returns>
    public string? Look(GeneratorSource source, ShownPicture face, bool rests)
    {
        Load(source);
        FinishSet();
        string? problem = FinishAnswer();
        if (rests)
        {
            Ask(source, face);
        }

        return problem;
    }

    // Reads a training set unless it is the one that was read last.
    private void Load(GeneratorSource source)
    {
        (string? Run, string? Named, int Size) wanted = (Folder is null ? source.TrainingRun : null, Folder, source.Width);
        if (wanted == loaded)
        {
            return;
        }

        loaded = wanted;
        Nearest = null;
        (read, all, shownRead) = (0, 0, -1);
        SetWords = NoSet;
        indexing = wanted is (null, null, _) ? null : Task.Run(() =>
        {
            TrainingSet? set = wanted.Named is { } folder ? new TrainingSet(folder, Fit.Crop) : TrainingSet.OfRun(wanted.Run!);
            return set is null ? null : PictureIndex.Build(set.Folder, wanted.Size, set.Fit, Progress, cancel.Token);
        });
    }

    private void Ask(GeneratorSource source, ShownPicture face)
    {
        if (working is not null || face.IsEmpty || !ReferenceEquals(face.Source, source) || (face.Version == askedVersion && !stale))
        {
            return;
        }

        (askedVersion, stale) = (face.Version, false);
        PictureIndex? index = indexing is { IsCompletedSuccessfully: true } ? indexing.Result : null;
        float[] z = [.. face.Z], classes = [.. face.C];
        Latent.Truncate(z, face.Truncation, z);
        byte[] rgba = [.. face.Rgba];
        (int width, int height) = (face.Width, face.Height);
        working = Task.Run(() => new Result(Layers(source, z, classes), index?.Find(rgba, width, height)));
    }

    private string? FinishAnswer()
    {
        if (working is not { IsCompleted: true } done)
        {
            return null;
        }

        working = null;
        if (!done.IsCompletedSuccessfully)
        {
            return Background.Describe(done.Exception!.InnerException!);
        }

        (Pages, Nearest) = (done.Result.Pages, done.Result.Nearest);
        Version++;
        return null;
    }

    public void Dispose()
    {
        disposed = true;
        cancel.Cancel();
        Task open = working ?? Task.CompletedTask;
        open.ContinueWith(_ => layers?.Session.Dispose(), TaskScheduler.Default);
    }

    private void FinishSet()
    {
        if (indexing is null || disposed)
        {
            return;
        }

        if (!indexing.IsCompleted)
        {
            int now = Volatile.Read(ref read);
            if (now != shownRead)
            {
                shownRead = now;
                SetWords = string.Create(CultureInfo.InvariantCulture, $"reading the training pictures: {now:N0} of {Volatile.Read(ref all):N0}");
            }
        }
        else if (shownRead != int.MaxValue)
        {
            shownRead = int.MaxValue;
            SetWords = indexing.IsCompletedSuccessfully ? indexing.Result is { } index ? Describe(index) : NoSet : Background.Describe(indexing.Exception?.InnerException ?? new OperationCanceledException());
            stale = true;    // the face on screen can be looked up now
        }
    }

    // Counted by many threads; what the screen shows may be a picture behind.
    private void Progress(int done, int count)
    {
        if (done % 64 == 0 || done == count)
        {
            Volatile.Write(ref all, count);
            Volatile.Write(ref read, done);
        }
    }

    private static string Describe(PictureIndex index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{index.Count:N0} training pictures{(index.Skipped > 0 ? $", {index.Skipped:N0} that could not be read left out" : "")}{(index.Found > index.Count + index.Skipped ? $", of {index.Found:N0}" : "")}");

    private IReadOnlyList<LayerPage> Layers(GeneratorSource source, float[] z, float[] classes)
    {
        if (layers is not { } open || !ReferenceEquals(open.Source, source))
        {
            layers?.Session.Dispose();
            layers = null;
            layers = open = (LayerSession.Open(source.ReadModel(), source.Info.Path), source);
        }

        return LayerPages.Of(open.Session.Run(z, classes));
    }

    private sealed record Result(IReadOnlyList<LayerPage> Pages, NearestAnswer? Nearest);
}
