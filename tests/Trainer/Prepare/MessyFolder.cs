using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Tests.Prepare;

/// <summary>A small folder of painted faces to make a set of.</summary>
internal static class MessyFolder
{
    public static void Write(string folder, int faces, int size = 64, int first = 0)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < faces; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"face-{i:D3}.png"), Painted.Png(first + i, size));
        }
    }

    public static void WriteRgba(string path, byte[] rgba, int width, int height)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        PngFile.Write(path, rgba, width, height);
    }

    /// <summary>Each pixel from its neighbours, so many times.</summary>
    public static byte[] Blurred(byte[] rgba, int size, int times)
    {
        byte[] from = rgba;
        for (int n = 0; n < times; n++)
        {
            byte[] to = (byte[])from.Clone();
            for (int y = 1; y < size - 1; y++)
            {
                for (int x = 1; x < size - 1; x++)
                {
                    for (int c = 0; c < 3; c++)
                    {
                        int sum = 0;
                        for (int k = 0; k < 9; k++)
                        {
                            sum += from[(4 * (((y + (k / 3) - 1) * size) + x + (k % 3) - 1)) + c];
                        }

                        to[(4 * ((y * size) + x)) + c] = (byte)(sum / 9);
                    }
                }
            }

            from = to;
        }

        return from;
    }

    public static byte[] Grey(byte[] rgba)
    {
        byte[] grey = (byte[])rgba.Clone();
        for (int at = 0; at < grey.Length; at += 4)
        {
            grey[at] = grey[at + 1] = grey[at + 2] = (byte)((grey[at] + grey[at + 1] + grey[at + 2]) / 3);
        }

        return grey;
    }

    /// <summary>A scene as a camera sees it: lights of all colours that run into each other, texture, noise.</summary>
    public static byte[] Photograph(int seed, int size)
    {
        var random = new Random(seed);
        (double X, double Y, double Radius, double[] Colour)[] lights = [.. Enumerable.Range(0, 24).Select(_ =>
            (random.NextDouble() * size, random.NextDouble() * size, size * (0.1 + (0.2 * random.NextDouble())), new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() }))];
        byte[] rgba = new byte[4 * size * size];
        for (int i = 0; i < size * size; i++)
        {
            double x = i % size, y = i / size;
            for (int c = 0; c < 3; c++)
            {
                double level = 40 + (30 * Math.Sin((x / 5) + (y / 9) + c));
                foreach (var light in lights)
                {
                    double distance = (((x - light.X) * (x - light.X)) + ((y - light.Y) * (y - light.Y))) / (light.Radius * light.Radius);
                    level += 150 * light.Colour[c] * Math.Exp(-distance);
                }

                // Things stand before each other, so there are edges as well.
                level *= ((i % size / 9) + (i / size / 13)) % 2 == 0 ? 1 : 0.5;
                rgba[(4 * i) + c] = (byte)Math.Clamp(level + random.Next(-6, 7), 0, 255);
            }

            rgba[(4 * i) + 3] = 255;
        }

        return rgba;
    }
}
