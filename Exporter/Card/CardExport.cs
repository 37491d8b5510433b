using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Card;

/// <summary>Writes a card and its picture beside a generator file that has just been written.</summary>
internal static class CardExport
{
    // Eight by eight, or four by four of large pictures: a sheet is for looking at.
    private const int LargestSheetSide = 2100;
    private const int MostColumns = 8;
    private const int FewestColumns = 4;

    /// <param name="model">The whole file.</param>
    /// <param name="output">Where it lies.</param>
    /// <param name="checkpoint">What it was made of.</param>
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Write(byte[] model, string output, CheckpointRef checkpoint)
    {
        string card = CardFile.PathOf(output), sheet = CardFile.SheetOf(output);
        using var session = GeneratorSession.Open(model, output, new InferenceSettings { Provider = ProviderChoice.Cpu, BusyWait = false });
        int columns = session.Info.Width * MostColumns <= LargestSheetSide ? MostColumns : FewestColumns;
        int pictures = columns * columns;
        ulong[] seeds = [.. session.Info.SheetSeeds.Count > 0 ? session.Info.SheetSeeds.Take(pictures) : Enumerable.Range(0, pictures).Select(seed => (ulong)seed)];
        DrawSheet(session, seeds, columns, sheet);
        CardFile.Write(card, ModelCard.Write(new CardSubject(
            Path.GetFileName(output), model.Length, session.Info, RunRecord.Read(checkpoint.Path, checkpoint.Step), Path.GetFileName(sheet), SeedList.Format(seeds))));
        return [card, sheet];
    }

    // The classes take turns, as on the trainer's sheets.
    private static void DrawSheet(GeneratorSession session, ulong[] seeds, int columns, string path)
    {
        var info = session.Info;
        var z = new float[seeds.Length * info.ZDim];
        var c = new float[seeds.Length * info.Classes];
        for (int i = 0; i < seeds.Length; i++)
        {
            var row = z.AsSpan(i * info.ZDim, info.ZDim);
            Latent.FromSeed(seeds[i], row);
            Latent.Truncate(row, info.Truncation, row);
            if (info.Classes > 0)
            {
                c[(i * info.Classes) + (int)(seeds[i] % (ulong)info.Classes)] = 1;
            }
        }

        int pictureBytes = info.Width * info.Height * 4;
        var rgba = new byte[seeds.Length * pictureBytes];
        session.Run(z, c, seeds.Length, rgba);
        var (pixels, width, height) = SampleSheet.Compose([.. rgba.Chunk(pictureBytes)], info.Width, info.Height, columns);
        PngFile.Write(path, pixels, width, height);
    }
}
