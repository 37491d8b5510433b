using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Filming;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Capture;

/// <summary>Makes a film of the newest recording while the walk goes on: its own session of the generator, on one thread.</summary>
internal sealed class FilmHands(WalkSession session, string folder) : IDisposable
{
    private const double FramesPerSecond = 30;
    private const int LeastSide = 512;

    private CancellationTokenSource? stop;
    private int percent = -1;

    /// <summary>How much of a film is done; -1 while none is made.</summary>
    public int Percent => Volatile.Read(ref percent);

    /// <summary>Begins a film; pressed again meanwhile, it is given up.</summary>
    public void Toggle()
    {
        if (stop is { } running)
        {
            running.Cancel();
            session.Say("the film is given up");
            return;
        }

        if (session.Generator is not { } generator)
        {
            return;
        }

        if ((session.Recording.Last ?? Newest()) is not { } walk)
        {
            session.Say("there is no recording yet: F5 starts and stops one");
            return;
        }

        CancellationTokenSource source = stop = new CancellationTokenSource();
        Volatile.Write(ref percent, 0);
        session.Say($"a film of {Path.GetFileName(walk)} is being made; go on flying");
        session.Background.Start(
            () =>
            {
                string film = Make(walk, generator, source.Token);
                return () => End($"film: {Path.GetFileName(film)}\nin {Path.GetDirectoryName(film)}");
            },
            error =>
            {
                End(null);
                if (error is not OperationCanceledException)
                {
                    session.Do(Walking.WalkAction.Fail(Background.Describe(error)));
                }
            });
    }

    /// <summary>Gives up a film that is being made; nothing of it is left.</summary>
    public void Dispose() => stop?.Cancel();

    private void End(string? said)
    {
        stop?.Dispose();
        stop = null;
        Volatile.Write(ref percent, -1);
        if (said is not null)
        {
            session.Say(said);
        }
    }

    private string Make(string walkFile, GeneratorSource generator, CancellationToken cancel)
    {
        Walk walk = WalkFile.Load(walkFile);
        if (!string.Equals(walk.Origin.Model, generator.Info.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new BadModelException($"{Path.GetFileName(walkFile)} was recorded in {walk.Origin.Name}, which is not the generator that is open; open it first.");
        }

        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        try
        {
            using GeneratorPool own = GeneratorPool.Of(GeneratorSession.Open(
                generator.ReadModel(), generator.Info.Path, new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = 1, BusyWait = false }));
            IFramePath path = WalkPath.Of(walk, FramesPerSecond);
            int scale = Math.Max(1, (LeastSide + own.Info.Height - 1) / own.Info.Height);
            string ending = Film.CanMakeMp4 ? ".mp4" : ".webp";
            string output = string.Create(CultureInfo.InvariantCulture, $"{walkFile[..^WalkFile.Ending.Length]}{ending}");
            PictureSizing size = PictureSizing.Times(scale, own.Info.Width, own.Info.Height);
            using IFilm film = Film.Open(output, new FilmSettings(path.FrameCount, size.Width, size.Height, FramesPerSecond) { Alpha = own.Info.Channels == 4 });
            FaceFilm.Render(own, path, film, new FrameLook(size), (done, _) => Volatile.Write(ref percent, 100 * done / path.FrameCount), cancel);
            return output;
        }
        finally
        {
            Thread.CurrentThread.Priority = ThreadPriority.Normal;
        }
    }

    private string? Newest() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + WalkFile.Ending).MaxBy(File.GetLastWriteTimeUtc)
        : null;
}
