using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Card;

/// <summary>Writes a card and its picture beside a generator file that has just been written.</summary>
internal static class CardExport
{
    private const int Pictures = 64;
    private const int Columns = 8;

    /// <param name="model">The whole file.</param>
    /// <param name="output">Where it lies.</param>
    /// <param name="checkpoint">What it was made of.</param>
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Write(byte[] model, string output, CheckpointRef checkpoint)
    {
        string card = CardFile.PathOf(output), sheet = CardFile.SheetOf(output);
        using var session = GeneratorSession.Open(model, output, new InferenceSettings { Provider = ProviderChoice.Cpu, BusyWait = false });
        ulong[] seeds = [.. session.Info.SheetSeeds.Count > 0 ? session.Info.SheetSeeds.Take(Pictures) : Enumerable.Range(0, Pictures).Select(seed => (ulong)seed)];
        DrawSheet(session, seeds, sheet);
        CardFile.Write(card, ModelCard.Write(new CardSubject(
            Path.GetFileName(output), model.Length, session.Info, RunRecord.Read(checkpoint.Path, checkpoint.Step), Path.GetFileName(sheet), SeedList.Format(seeds))));
        return [card, sheet];
    }

    // The classes take turns, as on the trainer's sheets.
    private static void DrawSheet(GeneratorSession session, ulong[] seeds, string path)
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
        var (pixels, width, height) = SampleSheet.Compose([.. rgba.Chunk(pictureBytes)], info.Width, info.Height, Columns);
        PngFile.Write(path, pixels, width, height);
    }
}
