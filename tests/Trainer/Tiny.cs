using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Tests;

/// <summary>Runs and pictures small enough for a test: 16×16, eight filters, batches of four.</summary>
internal static class Tiny
{
    public const int Size = 16;
    public const int PictureCount = 10;

    /// <summary>What makes a preset tiny, as it would stand on a command line.</summary>
    public static readonly IReadOnlyList<(string Path, string Value)> Changes =
    [
        ("batch", "4"),
        ("generator.resolution", "16"),
        ("generator.width", "8"),
        ("generator.zDim", "12"),
        ("discriminator.resolution", "16"),
        ("discriminator.width", "8"),
        ("machine.threads", "1"),
        ("machine.device", "cpu"),
    ];

    public static TrainingOptions Options(string preset, params (string Path, string Value)[] more) =>
        ConfigFields.With(Presets.Named(preset), [.. Changes, ("data.folder", "pictures"), .. more]);

    public static PictureSet Pictures(int count = PictureCount) => new([.. Enumerable.Range(0, count).Select(Picture)], Size, []);

    /// <summary>The same pictures in two classes, each other one dark and the rest bright.</summary>
    public static PictureSet ClassPictures(int count = PictureCount, string[]? classes = null) =>
        new([.. Enumerable.Range(0, count).Select(i => Array.ConvertAll(Picture(i), value => (byte)(i % 2 == 0 ? value / 4 : 255 - (value / 4))))], Size, [])
        {
            Classes = classes ?? ["dark", "bright"],
            ClassIndices = [.. Enumerable.Range(0, count).Select(i => i % 2)],
        };

    /// <summary>Writes the same pictures as PNG files.</summary>
    public static string WritePictures(string folder, int count = PictureCount)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < count; i++)
        {
            byte[] rgb = Picture(i);
            var rgba = new byte[Size * Size * 4];
            for (int pixel = 0; pixel < Size * Size; pixel++)
            {
                rgb.AsSpan(pixel * 3, 3).CopyTo(rgba.AsSpan(pixel * 4));
                rgba[(pixel * 4) + 3] = 255;
            }

            PngFile.Write(Path.Combine(folder, $"{i:00}.png"), rgba, Size, Size);
        }

        return folder;
    }

    public static GeneratorSpec Generator(bool batchNorm = true) =>
        new() { Resolution = Size, Width = 8, ZDim = 12, BatchNorm = batchNorm };

    public static DiscriminatorSpec Discriminator(bool batchNorm = true) =>
        new() { Resolution = Size, Width = 8, BatchNorm = batchNorm };

    private static byte[] Picture(int index)
    {
        var random = new CounterRandom(99, (ulong)index, Purpose.Sample);
        var rgb = new byte[Size * Size * 3];
        for (int i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)random.NextUInt32();
        }

        return rgb;
    }
}
