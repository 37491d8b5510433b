using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Render;

/// <summary>Draws what was asked for: single pictures, or a sheet, a loop, or both.</summary>
internal static class Renderer
{
    // Frames and sheets are held in memory until they are written as one file.
    private const long LargestMemory = 2L << 30;

    /// <returns>The files or, for single pictures, the folder.</returns>
    public static IReadOnlyList<string> Render(RenderRequest request, CancellationToken stop)
    {
        var problems = request.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException(string.Join("; ", problems) + ".");
        }

        // Pictures are written while others are made, on the same cores.
        using var session = GeneratorSession.Open(request.Generator, new InferenceSettings { BusyWait = false });
        var source = new PictureSource(session, request.Truncation ?? session.Info.Truncation, request.Scale);
        bool loop = request.LoopSeconds is not null;
        RequireMemory(source, (loop ? LoopAnimation.FrameCount(request) : 0) + (request.Sheet ? request.Seeds.Count : 0));
        CreateFolder(request.Folder);
        var written = new List<string>();
        if (request.Sheet)
        {
            using var progress = Talk.Progress("sheet", request.Seeds.Count);
            written.Add(SheetPicture.Render(source, request, done => progress.Report(done), stop));
        }

        if (loop)
        {
            using var progress = Talk.Progress("loop", LoopAnimation.FrameCount(request));
            written.AddRange(LoopAnimation.Render(source, request, done => progress.Report(done), stop));
        }

        if (!request.Sheet && !loop)
        {
            int count = request.Seeds.Distinct().Count();
            using var progress = Talk.Progress("pictures", count);
            SinglePictures.Render(source, request, done => progress.Report(done), stop);
            written.Add(count == 1 ? Path.Combine(request.Folder, SinglePictures.FileName(request.Seeds[0])) : request.Folder);
        }

        return written;
    }

    private static void RequireMemory(PictureSource source, long pictures)
    {
        long bytes = pictures * source.Width * source.Height * 4;
        if (bytes > LargestMemory)
        {
            throw new UsageException($"{pictures} pictures of {source.Width}x{source.Height} in one file need {bytes >> 20} MB of memory, expected at most {LargestMemory >> 20}; use fewer seeds or frames, or a smaller --scale.");
        }
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiskException($"The folder '{folder}' cannot be made: {error.Message.TrimEnd('.')}. Choose another place with -o.", error);
        }
    }
}
