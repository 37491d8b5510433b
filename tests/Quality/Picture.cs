using LatentWalk.Core.Randomness;

namespace LatentWalk.Quality.Tests;

/// <summary>Pictures to measure: uint8 [size, size, 3].</summary>
internal static class Picture
{
    public static byte[] Of(int size, Func<int, int, int, int> level)
    {
        var rgb = new byte[3 * size * size];
        for (int at = 0; at < rgb.Length; at++)
        {
            rgb[at] = (byte)Math.Clamp(level(at / 3 % size, at / 3 / size, at % 3), 0, 255);
        }

        return rgb;
    }

    public static byte[] Flat(int size, int level) => Of(size, (_, _, _) => level);

    /// <summary>A disc on a ground, both of a plain colour, by the seed.</summary>
    public static byte[] Disc(int size, ulong seed, double noise = 0)
    {
        var random = new CounterRandom(seed, 0, Purpose.Sample);
        int[] ground = [random.NextInt32(256), random.NextInt32(256), random.NextInt32(256)], disc = [random.NextInt32(256), random.NextInt32(256), random.NextInt32(256)];
        double x0 = size * (0.3 + (0.4 * random.NextDouble())), y0 = size * (0.3 + (0.4 * random.NextDouble())), radius = size * (0.15 + (0.2 * random.NextDouble()));
        var rgb = Of(size, (x, y, c) => ((x - x0) * (x - x0)) + ((y - y0) * (y - y0)) < radius * radius ? disc[c] : ground[c]);
        for (int at = 0; noise > 0 && at < rgb.Length; at++)
        {
            rgb[at] = (byte)Math.Clamp(rgb[at] + (noise * random.NextNormal()), 0, 255);
        }

        return rgb;
    }

    /// <summary>Each pixel the mean of the nine around it.</summary>
    public static byte[] Blurred(byte[] rgb, int size) => Of(size, (x, y, c) =>
    {
        int sum = 0;
        for (int k = 0; k < 9; k++)
        {
            int from = Math.Clamp(x + (k % 3) - 1, 0, size - 1), row = Math.Clamp(y + (k / 3) - 1, 0, size - 1);
            sum += rgb[(3 * ((row * size) + from)) + c];
        }

        return sum / 9;
    });
}
