using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Shelf;

/// <summary>The shelf as a sprite sheet: a PNG without gaps and a JSON that says where each face lies.</summary>
internal static class ShelfSheet
{
    private const int LargestSide = 16_384;

    /// <summary>Pictures of the size that most of them have.</summary>
    /// <param name="files">In order, with a name for each.</param>
    /// <param name="path">Of the PNG; the JSON lies beside it.</param>
    /// <returns>How many are on the sheet.</returns>
    public static int Write(IReadOnlyList<(string File, string Name)> files, string path)
    {
        var pictures = files.Select(item => (item.Name, Picture: PngFile.Read(item.File))).ToList();
        var size = pictures.GroupBy(item => (item.Picture.Width, item.Picture.Height)).MaxBy(group => group.Count())
            ?? throw new BadDataException("the shelf is empty; keep a face first (K).");
        (int width, int height) = size.Key;
        byte[][] rgba = [.. size.Select(item => item.Picture.Rgba)];
        int columns = Math.Min((int)Math.Ceiling(Math.Sqrt(rgba.Length)), Math.Max(1, LargestSide / width));
        if ((rgba.Length + columns - 1) / columns * height > LargestSide)
        {
            throw new BadDataException($"{rgba.Length} faces of {width}x{height} are more than one sheet of {LargestSide}x{LargestSide} holds; remove some from the shelf.");
        }

        (byte[] sheet, int sheetWidth, int sheetHeight) = SampleSheet.Compose(rgba, width, height, columns, gap: 0);
        Dictionary<string, SheetFrame> frames = [];
        int index = 0;
        foreach (var (name, _) in size)
        {
            string unique = name;
            for (int i = 2; frames.ContainsKey(unique); i++)
            {
                unique = $"{name} {i}";
            }

            frames.Add(unique, new SheetFrame(new SheetRect(index % columns * width, index / columns * height, width, height)));
            index++;
        }

        PngFile.Write(path, sheet, sheetWidth, sheetHeight);
        SheetAtlas atlas = new()
        {
            Frames = frames,
            Meta = new SheetMeta(Application.NameAndVersion, Path.GetFileName(path), new SheetSize(sheetWidth, sheetHeight), 1),
        };
        AtomicFile.WriteText(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(atlas, ShelfJsonContext.Default.SheetAtlas));
        return rgba.Length;
    }
}
