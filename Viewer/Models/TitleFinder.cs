using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Onnx;
using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Models;

/// <summary>Reads what the title screen says of each generator that lies about: from headers and pictures beside them, none is opened.</summary>
/// <param name="now">For how long ago something changed.</param>
internal sealed class TitleFinder(ModelFolders folders, DateTime now)
{
    private const int Most = 20;
    private const int SheetColumns = 8;

    /// <summary>Of the sheets that the trainer and the exporter draw: a gap around each of eight columns.</summary>
    private const int SheetGap = 2;

    public TitleList Find() => new([.. folders.All().Take(Most).Select(Describe).OfType<TitleModel>()]);

    private TitleModel? Describe(string path)
    {
        try
        {
            return Directory.Exists(path) ? OfRun(path) : OfGenerator(path);
        }
        catch (LatentWalkException)
        {
            return null;    // it cannot be walked in; who names it is told why
        }
    }

    private TitleModel OfRun(string run)
    {
        CheckpointRef newest = CommittedCheckpoints.Of(run)[0];
        string? sheet = Directory.Exists(RunFolder.SamplesPath(run))
            ? Directory.EnumerateFiles(RunFolder.SamplesPath(run), "*.png").Max(StringComparer.Ordinal)
            : null;
        return WithPicture(
            new TitleModel(run, Path.GetFileName(Path.TrimEndingDirectorySeparator(run)), Text($"a training run, step {newest.Step}, {Ago(run)}")), sheet);
    }

    private TitleModel OfGenerator(string path)
    {
        IReadOnlyDictionary<string, string> metadata = OnnxGuard.Read(path).Summary.Metadata;
        string size = metadata.TryGetValue(MetadataKeys.Resolution, out string? side) ? $"{side}x{side}, " : "";
        string step = metadata.TryGetValue(MetadataKeys.Step, out string? number) ? $"step {number}, " : "";
        return WithPicture(new TitleModel(path, Path.GetFileNameWithoutExtension(path), size + step + Ago(path)), Path.ChangeExtension(path, ".png"));
    }

    /// <summary>The first face of a sheet; a title without a face is a title all the same.</summary>
    private static TitleModel WithPicture(TitleModel model, string? sheet)
    {
        if (sheet is null || !File.Exists(sheet))
        {
            return model;
        }

        try
        {
            (byte[] rgba, int width, int height) = PngFile.Read(sheet);
            int side = (width - (SheetColumns + 1) * SheetGap) / SheetColumns;
            bool isSheet = side > 0 && SheetColumns * side + (SheetColumns + 1) * SheetGap == width && height >= side + 2 * SheetGap;
            return isSheet
                ? model with { Picture = Cut(rgba, width, SheetGap, side), PictureWidth = side, PictureHeight = side }
                : model with { Picture = rgba, PictureWidth = width, PictureHeight = height };
        }
        catch (Exception error) when (error is LatentWalkException || DiskErrors.IsDiskError(error))
        {
            return model;
        }
    }

    private static byte[] Cut(byte[] rgba, int width, int from, int side)
    {
        byte[] cut = new byte[4 * side * side];
        for (int y = 0; y < side; y++)
        {
            rgba.AsSpan(4 * ((from + y) * width + from), 4 * side).CopyTo(cut.AsSpan(4 * side * y));
        }

        return cut;
    }

    private string Ago(string path)
    {
        TimeSpan age = now - ModelFolders.Changed(path);
        return age.TotalMinutes < 2 ? "just now"
            : age.TotalHours < 2 ? Text($"{age.TotalMinutes:F0} minutes ago")
            : age.TotalDays < 2 ? Text($"{age.TotalHours:F0} hours ago")
            : Text($"{age.TotalDays:F0} days ago");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
