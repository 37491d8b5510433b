using System.Runtime.InteropServices;
using LatentWalk.Core.Pixels;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Augment;

/// <summary>Eight painted faces, a row each, in eight forms that an augmentation gives them: a picture to look at, in artifacts/.</summary>
internal static class AugmentSheet
{
    private const int Side = 64;

    /// <returns>The 64 cells one after another, rgba.</returns>
    public static byte[] Write(string name, IAugmentation augmentation, float probability)
    {
        using var scope = NewDisposeScope();
        var values = new float[64 * 3 * Side * Side];
        for (int cell = 0; cell < 64; cell++)
        {
            byte[] face = FacePainter.Paint(TraitDraw.Draw(1, cell / 8), new Canvas(Side));
            byte[] rgb = [.. face.Where((_, i) => i % 4 != 3)];
            PixelConversion.FromRgb8(rgb, Side, Side, values.AsSpan(cell * 3 * Side * Side, 3 * Side * Side), mirror: false);
        }

        var seen = new StepAugmentation(augmentation, 64, new CounterRandom(1, 1, Purpose.Augment), tensor(probability), CPU)
            .Of(tensor(values, [64, 3, Side, Side]), Role.Real).clamp(-1, 1).contiguous();
        var floats = MemoryMarshal.Cast<byte, float>(seen.bytes);
        var cells = new List<byte[]>();
        for (int cell = 0; cell < 64; cell++)
        {
            var rgba = new byte[4 * Side * Side];
            PixelConversion.ToRgba8(floats.Slice(cell * 3 * Side * Side, 3 * Side * Side), Side, Side, rgba);
            cells.Add(rgba);
        }

        var sheet = SampleSheet.Compose(cells, Side, Side, 8);
        string artifacts = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts")).FullName;
        PngFile.Write(Path.Combine(artifacts, name), sheet.Rgba, sheet.Width, sheet.Height);
        return [.. cells.SelectMany(cell => cell)];
    }

    /// <summary>Each cell's bytes as text, to tell equal ones.</summary>
    public static IEnumerable<string> Cells(byte[] cells) => cells.Chunk(4 * Side * Side).Select(Convert.ToHexString);
}
