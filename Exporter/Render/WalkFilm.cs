using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Filming;
using LatentWalk.Inference;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Exporter.Render;

/// <summary>A walk's faces as a film.</summary>
internal static class WalkFilm
{
    private const int ShownDigits = 12;

    /// <returns>The film's path.</returns>
    public static IReadOnlyList<string> Render(WalkFilmRequest request, CancellationToken stop)
    {
        var problems = request.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join("; ", problems) + ".");
        }

        var walk = WalkFile.Load(request.Walk);
        using var session = GeneratorSession.Open(request.Generator, new InferenceSettings { BusyWait = false });
        var path = WalkPath.Of(walk, request.FramesPerSecond);
        FaceFilm.RequireFit(session.Info, path);
        if (!string.Equals(session.Info.Sha256, walk.Origin.Model, StringComparison.OrdinalIgnoreCase))
        {
            Talk.Warn($"the walk was recorded in {walk.Origin.Name}, SHA-256 {walk.Origin.Model[..ShownDigits]}…; these are the faces of {session.Info.Name} at the same places.");
        }

        using var film = Film.Open(request.Output, path.FrameCount, session.Info.Width * request.Scale, session.Info.Height * request.Scale, request.FramesPerSecond);
        using (var progress = Talk.Progress("film", path.FrameCount))
        {
            FaceFilm.Render(session, path, film, request.Scale, done => progress.Report(done), stop);
        }

        if ((path as RecordedPath)?.CheckEnd() is { } drift)
        {
            Talk.Warn(drift + ".");
        }

        return [request.Output];
    }
}
