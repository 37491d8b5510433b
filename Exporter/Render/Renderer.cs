using System.Diagnostics;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Filming;
using LatentWalk.Inference;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Exporter.Render;

/// <summary>Draws what was asked for.</summary>
internal static class Renderer
{
    private const int MostBytes = 1 << 30;

    public static RenderResult Render(RenderRequest request, CancellationToken stop)
    {
        var problems = RenderRules.Problems(request);
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join("; ", problems) + ".");
        }

        var walk = request.Walk is null ? null : WalkFile.Load(request.Walk);
        long expected = walk is not null ? (long)(walk.Seconds * request.Rate) + 1 : request.LoopSeconds is not null ? request.LoopFrames : request.Named;
        using var generator = GeneratorPool.Open(request.Generator, expected);
        var info = generator.Info;
        var subject = SubjectReader.Read(request, info, walk);
        var look = LookOf(request, info);
        var settings = new FilmSettings(subject.Path.FrameCount, look.Size.Width, look.Size.Height, request.Rate)
        {
            Alpha = info.Channels == 4 && request.Ground is null,
            Quality = request.Quality,
            Note = look.Note,
        };
        var target = RenderTarget.Open(request, subject, settings, info.Sha256);
        using var film = target.Film;
        long began = Stopwatch.GetTimestamp();
        FilmCount count;
        using (var progress = Talk.Progress(target.What, subject.Path.FrameCount))
        {
            count = FaceFilm.Render(
                generator, subject.Path, film, look,
                (done, found) => progress.Report(done, found > 0 ? $"{found} were there" : string.Empty),
                stop);
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        SayMore(target, subject, count, request);
        return new RenderResult(target.Files, target.What, count, settings.Width, settings.Height, seconds, info.Sha256, generator.Provider);
    }

    private static FrameLook LookOf(RenderRequest request, GeneratorInfo info)
    {
        int longer = Math.Max(info.Width, info.Height);
        int side = request.Size ?? longer * (request.Scale ?? 1);
        bool whole = side % longer == 0;
        if (!whole && request.Filter == PictureFilter.Nearest)
        {
            throw new UsageException($"--size is {side}, which is no whole multiple of {longer}, as --filter nearest needs it; use --filter lanczos, or a size like {longer * Math.Max(1, side / longer)}.");
        }

        int Scaled(int pixels) => Math.Max(1, (int)Math.Round((double)pixels * side / longer));
        var size = new PictureSizing(Scaled(info.Width), Scaled(info.Height), Smooth: side != longer && (request.Filter ?? (whole ? PictureFilter.Nearest : PictureFilter.Lanczos)) == PictureFilter.Lanczos);
        return 4L * size.Width * size.Height <= MostBytes
            ? new FrameLook(size, request.Ground)
            : throw new UsageException($"pictures of {size.Width}x{size.Height} are too large, expected at most {MostBytes >> 22} million pixels; use a smaller --scale or --size.");
    }

    private static void SayMore(RenderTarget target, RenderSubject subject, FilmCount count, RenderRequest request)
    {
        if (count.Found > 0)
        {
            Talk.Info($"{count.Found} of {count.Found + count.Made} were there already, whole and the same; {count.Made} made.");
        }

        if ((subject.Path as RecordedPath)?.CheckEnd() is { } drift)
        {
            Talk.Warn(drift + ".");
        }

        if (request.Films.Contains(FilmFormat.Frames) && Film.FormatOf(request.Output) == FilmFormat.Frames
            && File.Exists(Path.Combine(request.Output, Film.NameOfFrame(subject.Path.FrameCount))))
        {
            Talk.Warn($"'{request.Output}' also has frames after the {subject.Path.FrameCount} of this film, left by a longer one; delete them before the folder is made into a film.");
        }
    }
}
