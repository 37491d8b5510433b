using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Report;

/// <summary>Drawn pictures beside the real ones most like them: the eye tells copies from kin.</summary>
/// <param name="Rows">Those closest to a real picture first.</param>
/// <param name="Searched">Real pictures that were looked through.</param>
/// <param name="Pictures">Real pictures that there are.</param>
internal sealed record Neighbours(IReadOnlyList<NeighbourRow> Rows, int Searched, int Pictures)
{
    public const int Shown = 12;
    private const int EachShows = 3;

    /// <summary>Null where the sheet does not fit the pictures.</summary>
    /// <param name="real">Of the set.</param>
    public static Neighbours? Find(RgbaImage sheet, IPictureSet set, RealSketches real)
    {
        var cells = SheetCells.Of(sheet, set.Size);
        if (cells.Count == 0 || real.NearestAmong == 0)
        {
            return null;
        }

        byte[] rgb = new byte[3 * set.Size * set.Size];
        float[] planes = new float[rgb.Length];
        float[] sketch = new float[real.Length];
        var rows = new List<NeighbourRow>();
        for (int i = 0; i < cells.Count; i++)
        {
            for (int from = 0, to = 0; to < rgb.Length; from += 4, to += 3)
            {
                cells[i].AsSpan(from, 3).CopyTo(rgb.AsSpan(to));
            }

            Sketch.OfRgb(rgb, set.Size, mirror: false, planes, sketch);
            rows.Add(new NeighbourRow(
                SampleSheetWriter.Seeds[i], cells[i], [.. real.NearestTo(sketch, EachShows).Select(found => (found.Index, found.Distance / real.NearestAmong))]));
        }

        return new Neighbours([.. rows.OrderBy(row => row.Real[0].Distance).Take(Shown)], real.Indices.Distinct().Count(), set.Count);
    }
}
