using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;
using LatentWalk.Trainer.Prepare.Resampling;

namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// What the steps do, to look at: for a step that changes pictures, pairs of before and after; for a filter, the pictures on
/// both sides of its threshold, those that go with a red frame and those that stay with a green one, nearest to it first.
/// </summary>
internal static class PreviewSheets
{
    /// <summary>Of one view, in pixels.</summary>
    public const int Side = 128;

    private const int Frame = 4;
    private const int PairsInRow = 4;
    private static readonly (byte R, byte G, byte B) s_around = (18, 19, 23);

    /// <summary>An area of a picture, padded to a view.</summary>
    public static byte[] View(byte[] rgba, int stride, FaceBox area) => Square.Make(rgba, stride, area, Side, Fit.Pad, s_around);

    /// <summary>Writes <c>01-decode.png</c> and so on; replaces sheets of these names.</summary>
    /// <returns>The paths, in order.</returns>
    public static IReadOnlyList<string> Write(string folder, Analysis analysis, CandidateSpool spool)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (PrepareStep step in StepNames.All.Where(analysis.Options.Does))
        {
            bool changes = step is PrepareStep.Decode or PrepareStep.Face or > PrepareStep.Duplicate;
            List<byte[]> views = changes
                ? [.. analysis.Views.Where(view => view.Step == step).SelectMany(view => new[] { view.Before, view.After ?? new byte[view.Before.Length] })]
                : Border(step, analysis, spool);
            if (views.Count > 0)
            {
                string path = Path.Combine(folder, $"{(int)step + 1:D2}-{StepNames.Of(step)}.png");
                (byte[] sheet, int width, int height) = SampleSheet.Compose(views, Side, Side, 2 * PairsInRow, gap: 4);
                PngFile.Write(path, sheet, width, height);
                written.Add(path);
            }
        }

        return written;
    }

    private static List<byte[]> Border(PrepareStep step, Analysis analysis, CandidateSpool spool)
    {
        if (Filters.Threshold(step, analysis.Options) is not { } threshold)
        {
            return [];
        }

        int half = Math.Max(1, analysis.Options.Preview / 2);
        var refused = new List<(double Off, int Index)>();
        var kept = new List<(double Off, int Index)>();
        for (int i = 0; i < analysis.Count; i++)
        {
            PictureScores scores = analysis.Scores[i];
            double off = Math.Abs(scores.Of(step) - threshold.Value);
            List<(double, int)>? list = scores.Slot < 0 || double.IsNaN(off) ? null : scores.Refused == step ? refused : scores.Refused is null ? kept : null;
            list?.Add((off, i));
        }

        if (step == PrepareStep.Duplicate)
        {
            return [.. refused.OrderBy(entry => entry.Index).Take(half).SelectMany(entry => new[]
            {
                Framed(spool, analysis, entry.Index, stays: false), Framed(spool, analysis, analysis.Scores[entry.Index].TwinOf, stays: true),
            })];
        }

        return
        [
            .. refused.OrderBy(entry => entry).Take(half).Select(entry => Framed(spool, analysis, entry.Index, stays: false)),
            .. kept.OrderBy(entry => entry).Take(half).Select(entry => Framed(spool, analysis, entry.Index, stays: true)),
        ];
    }

    private static byte[] Framed(CandidateSpool spool, Analysis analysis, int index, bool stays)
    {
        int size = analysis.Options.Size;
        byte[] square = new byte[4 * size * size];
        spool.ReadSquare(analysis.Scores[index].Slot, square);
        byte[] view = View(square, size, new FaceBox(0, 0, size, size));
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                if (Math.Min(Math.Min(x, y), Math.Min(Side - 1 - x, Side - 1 - y)) < Frame)
                {
                    int at = 4 * ((y * Side) + x);
                    (view[at], view[at + 1], view[at + 2], view[at + 3]) = stays ? ((byte)40, (byte)170, (byte)70, (byte)255) : ((byte)210, (byte)40, (byte)40, (byte)255);
                }
            }
        }

        return view;
    }
}
