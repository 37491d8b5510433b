using System.Globalization;
using System.Runtime.InteropServices;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Core.Pixels;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Training;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// One picture of a latent that no other step draws, in the run's random folder: a sheet shows the same latents change, these
/// show whether there is more than a sheet's worth. The file's name tells the step and the seed.
/// </summary>
internal static class RandomSample
{
    private const string Prefix = "step-";
    private const string SeedMark = "-seed-";

    /// <summary>The seed that a run draws at a step.</summary>
    public static ulong SeedAt(ulong runSeed, long step) => new CounterRandom(runSeed, (ulong)step, Purpose.Sample).NextUInt32();

    public static string Write(string runFolder, TrainingState state)
    {
        using var scope = NewDisposeScope();
        int size = state.Options.Generator.Resolution;
        ulong seed = SeedAt(state.Options.Seed, state.Step);
        var image = SampleSheetWriter.Draw(state.Best, SampleSheetWriter.Latents([seed], state.Options.Generator), state.Device);
        var rgba = new byte[4 * size * size];
        PixelConversion.ToRgba8(MemoryMarshal.Cast<byte, float>(image.bytes), size, size, rgba);
        string path = PathOf(runFolder, state.Step, seed);
        Folders.MakeFor(path);
        PngFile.Write(path, rgba, size, size);
        return path;
    }

    /// <summary>The samples that a run has kept, by their steps.</summary>
    public static IReadOnlyList<string> Kept(string runFolder)
    {
        string folder = Path.Combine(runFolder, RunFolder.RandomName);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{Prefix}*{SeedMark}*.png").Where(path => StepOf(path) >= 0).OrderBy(StepOf)]
            : [];
    }

    public static string PathOf(string runFolder, long step, ulong seed) =>
        Path.Combine(runFolder, RunFolder.RandomName, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D6}{SeedMark}{seed}.png"));

    /// <summary>-1 for a file that somebody else put there.</summary>
    private static long StepOf(string path)
    {
        string name = Path.GetFileName(path);
        string digits = name[Prefix.Length..name.IndexOf(SeedMark, StringComparison.Ordinal)];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : -1;
    }
}
