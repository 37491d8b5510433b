using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Report;

/// <summary>A run folder → its report.html. Keeps what it has encoded, so that writing the page again while training is cheap.</summary>
/// <param name="set">The run's pictures; null where they are not to be had.</param>
/// <param name="mostReal">Real pictures to look for neighbours among.</param>
internal sealed class RunReport(string runFolder, IPictureSet? set, int mostReal)
{
    private const int MostSheets = 12;
    private const int StripSide = 360;
    private const int SheetSide = 1060;
    private const long LargestFilm = 6 << 20;

    private readonly Dictionary<string, (DateTime Written, string Uri)> _sheets = [];
    private RealSketches? _real;

    /// <summary>Why there are no pictures, as a sentence.</summary>
    public string? NoPictures { get; init; }

    /// <summary>The record of a run as its folder has it.</summary>
    public static RunRecord Read(string runFolder)
    {
        var options = TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(runFolder));
        var lines = RunHistory.Lines(runFolder);
        return new RunRecord(OptionChanges.At(options, lines.Count == 0 ? 0 : lines[^1].Step), lines, RunEvents.Of(runFolder));
    }

    /// <param name="refreshSeconds">How often the page is to load itself anew; null of a run that has ended.</param>
    /// <returns>What the run has come to.</returns>
    /// <exception cref="Core.Errors.DiskException">The folder cannot be read or the page not be written.</exception>
    public Verdict Write(int? refreshSeconds, CancellationToken stop = default)
    {
        var run = Read(runFolder);
        var verdict = Verdict.Of(run, KeptGenerators.Of(runFolder));
        var sheets = RunSheets.Of(runFolder);
        var newest = sheets.Reverse().Select(sheet => (sheet.Step, Picture: RunSheets.ReadOrNull(sheet.Path))).FirstOrDefault(sheet => sheet.Picture is not null);
        var shown = new List<(long, string)>();
        foreach (var (step, path) in RunSheets.Spread(sheets, MostSheets))
        {
            if (Uri(path) is { } uri)
            {
                shown.Add((step, uri));
            }
        }

        var content = new ReportContent
        {
            RunFolder = runFolder,
            Run = run,
            Verdict = verdict,
            Newest = newest.Picture is null ? null : (newest.Step, Fitted(newest.Picture, SheetSide)),
            Sheets = shown,
            Film = Film(),
            Neighbours = newest.Picture is null ? null : FindNeighbours(newest.Picture, run.Options, stop),
            NoNeighbours = NoPictures,
            RealPicture = set is null ? null : Real,
            RefreshSeconds = refreshSeconds,
        };
        AtomicFile.WriteText(RunFolder.ReportPath(runFolder), RunPage.Html(content));
        return verdict;
    }

    private Neighbours? FindNeighbours(RgbaImage sheet, TrainingOptions options, CancellationToken stop) => set is null
        ? null
        : Neighbours.Find(sheet, set, _real ??= RealSketches.Of(set, options.Data.Mirror, mostReal, stop));

    private byte[] Real(int index)
    {
        byte[] buffer = new byte[4 * set!.Size * set.Size];
        var rgb = set.Read(index, buffer);
        return rgb.IsEmpty ? new byte[3 * set.Size * set.Size] : rgb.ToArray();
    }

    private string? Uri(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (_sheets.TryGetValue(path, out var known) && known.Written == written)
        {
            return known.Uri;
        }

        if (RunSheets.ReadOrNull(path) is not { } sheet)
        {
            return null;
        }

        var small = Fitted(sheet, StripSide);
        string uri = Thumbnail.DataUri(small.Rgba, small.Width, small.Height);
        _sheets[path] = (written, uri);
        return uri;
    }

    private string? Film()
    {
        string path = Path.Combine(runFolder, RunFolder.EvolutionFilmName);
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= LargestFilm ? Thumbnail.DataUri(File.ReadAllBytes(path)) : null;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return null;
        }
    }

    private static RgbaImage Fitted(RgbaImage picture, int most)
    {
        int side = Math.Max(picture.Width, picture.Height);
        if (side <= most)
        {
            return picture;
        }

        int width = Math.Max(1, picture.Width * most / side);
        int height = Math.Max(1, picture.Height * most / side);
        byte[] rgba = new byte[4 * width * height];
        Lanczos.Resize(picture.Rgba, picture.Width, picture.Height, width, height, rgba);
        return new RgbaImage(rgba, width, height);
    }
}
