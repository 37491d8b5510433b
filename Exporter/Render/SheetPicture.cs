using LatentWalk.Core.Latents;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render;

/// <summary>All seeds on one sheet.</summary>
internal static class SheetPicture
{
    public const string FileName = "sheet.png";

    public static string Render(PictureSource source, RenderRequest request, Action<int> progress, CancellationToken stop)
    {
        var pictures = new List<byte[]>();
        foreach (ulong[] batch in request.Seeds.Chunk(source.BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            pictures.AddRange(source.Generate([.. batch.Select(seed => Latent.FromSeed(seed, source.Info.ZDim))]));
            progress(pictures.Count);
        }

        int columns = request.Columns > 0 ? request.Columns : (int)Math.Ceiling(Math.Sqrt(pictures.Count));
        var (rgba, width, height) = SampleSheet.Compose(pictures, source.Width, source.Height, columns);
        string path = Path.Combine(request.Folder, FileName);
        PngFile.Write(path, rgba, width, height);
        return path;
    }
}
