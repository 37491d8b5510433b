using System.Runtime.InteropServices;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Pixels;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Runs;

/// <summary>Draws the same 64 latents again and again while they learn to be faces.</summary>
internal static class SampleSheetWriter
{
    public const int Columns = 8;

    /// <summary>Seeds of the cells, row by row.</summary>
    public static readonly IReadOnlyList<ulong> Seeds = [.. Enumerable.Range(0, 64).Select(seed => (ulong)seed)];

    /// <summary><see cref="Seeds"/> as a checkpoint tells them.</summary>
    public const string SeedRange = "0-63";

    public static string Write(string runFolder, TrainingState state)
    {
        int size = state.Options.Generator.Resolution;
        var pictures = new List<byte[]>();
        using (var scope = NewDisposeScope())
        {
            var images = Draw(state.Best, Latents(Seeds, state.Options.Generator), state.Device);
            var values = MemoryMarshal.Cast<byte, float>(images.bytes);
            int pictureFloats = 3 * size * size;
            for (int i = 0; i < Seeds.Count; i++)
            {
                var rgba = new byte[4 * size * size];
                PixelConversion.ToRgba8(values.Slice(i * pictureFloats, pictureFloats), size, size, rgba);
                pictures.Add(rgba);
            }
        }

        var sheet = SampleSheet.Compose(pictures, size, size, Columns);
        string path = RunFolder.SampleSheetPath(runFolder, state.Step);
        Folders.MakeFor(path);
        PngFile.Write(path, sheet.Rgba, sheet.Width, sheet.Height);
        return path;
    }

    /// <summary>[z, c], [N, zdim + classes] of seeds, on the host. The classes take turns: seed s asks for class s modulo their number.</summary>
    public static Tensor Latents(IReadOnlyList<ulong> seeds, GeneratorSpec spec)
    {
        var values = new float[seeds.Count * spec.Inputs];
        for (int i = 0; i < seeds.Count; i++)
        {
            var row = values.AsSpan(i * spec.Inputs, spec.Inputs);
            Latent.FromSeed(seeds[i], row[..spec.ZDim]);
            if (spec.Classes > 0)
            {
                row[spec.ZDim + (int)(seeds[i] % (ulong)spec.Classes)] = 1;
            }
        }

        return tensor(values, [seeds.Count, spec.Inputs]);
    }

    // At once: as much memory as all of a sheet at 64×64, which is less than a training step takes.
    private const int PixelsAtOnce = 64 * 64 * 64;

    /// <summary>Pictures [N, 3, R, R] float32 clamped to [-1, 1], on the host, from a generator in evaluation mode.</summary>
    public static Tensor Draw(Generator generator, Tensor latents, Device device)
    {
        using var noGradient = no_grad();
        bool training = generator.training;
        generator.eval();
        long side = generator.Spec.Resolution;
        long count = latents.size(0);
        long most = Math.Max(1, PixelsAtOnce / (side * side));
        var images = count <= most ? Part(0, count) : cat([.. Enumerable.Range(0, (int)((count + most - 1) / most)).Select(i => Part(i * most, Math.Min(most, count - (i * most))))]);
        generator.train(training);
        return images;

        Tensor Part(long first, long some)
        {
            using var scope = NewDisposeScope();
            return generator.call(latents.narrow(0, first, some).to(device)).clamp(-1, 1).cpu().contiguous().MoveToOuterDisposeScope();
        }
    }
}
