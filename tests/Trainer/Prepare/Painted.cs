using LatentWalk.Imaging;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;

namespace LatentWalk.Trainer.Tests.Prepare;

/// <summary>Good pictures.</summary>
internal static class Painted
{
    public static byte[] Rgba(int index, int size = 64) => FacePainter.Paint(TraitDraw.Draw(3, index), new Canvas(size));

    public static byte[] Png(int index, int size = 64) => PngFile.Encode(Rgba(index, size), size, size);
}
