using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>Grey pictures with painted faces of known sizes and places in them, the same on every machine.</summary>
internal static class FaceScenes
{
    /// <summary>Scene i: one face alone, several sizes side by side, or a few strewn over a noisy ground.</summary>
    public static GreyImage Draw(int i)
    {
        var random = new CounterRandom(77, (ulong)i, Purpose.Paint);
        if (i % 3 == 0)
        {
            int side = 64 + random.NextInt32(100);
            return Face(ref random, side, i);
        }

        int width = 200 + random.NextInt32(200);
        int height = 160 + random.NextInt32(140);
        byte[] levels = Ground(ref random, width, height, noise: i % 3 == 2 ? 40 : 0);
        var scene = new GreyImage(levels, width, height);
        for (int n = 0, x = 0; n < 4; n++)
        {
            int side = 64 + random.NextInt32(90);
            int left = i % 3 == 1 ? x : random.NextInt32(width);
            int top = random.NextInt32(Math.Max(1, height - side));
            x += side + 5;
            if (left + side <= width && top + side <= height)
            {
                Paste(scene, Face(ref random, side, (i * 8) + n), left, top);
            }
        }

        return scene;
    }

    public static void WritePgm(string path, GreyImage image)
    {
        using FileStream stream = File.Create(path);
        stream.Write(System.Text.Encoding.ASCII.GetBytes($"P5\n{image.Width} {image.Height}\n255\n"));
        stream.Write(image.Levels, 0, image.Width * image.Height);
    }

    private static GreyImage Face(ref CounterRandom random, int side, int index)
    {
        int painted = Math.Max(64, side);
        byte[] rgba = FacePainter.Paint(TraitDraw.Draw(5, (index * 100L) + random.NextInt32(100)), new Canvas(painted));
        return GreyImage.FromRgba(rgba, painted, painted).Resize(side, side);
    }

    private static byte[] Ground(ref CounterRandom random, int width, int height, int noise)
    {
        byte[] levels = new byte[width * height];
        int level = 60 + random.NextInt32(140);
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)(level + (noise == 0 ? (i / width * 20 / height) : random.NextInt32(noise)));
        }

        return levels;
    }

    private static void Paste(GreyImage scene, GreyImage face, int left, int top)
    {
        for (int y = 0; y < face.Height; y++)
        {
            face.Levels.AsSpan(y * face.Width, face.Width).CopyTo(scene.Levels.AsSpan(((top + y) * scene.Width) + left));
        }
    }
}
