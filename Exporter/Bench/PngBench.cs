using System.Diagnostics;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Bench;

/// <summary>Times PNG encoding and writing, alternated round by round so that a busy moment hits both.</summary>
internal static class PngBench
{
    public const int Rounds = 5;

    private static readonly PictureLatent Latent = new() { Model = new string('0', 64), Seed = 1 };

    public static PngBenchResult Run(int size, int count)
    {
        byte[][] pictures = [.. Enumerable.Range(0, Math.Min(count, 64)).Select(i => Picture((ulong)i, size))];
        string folder = Directory.CreateTempSubdirectory("latent-walk-bench-").FullName;
        try
        {
            var encoded = new double[Rounds];
            var written = new double[Rounds];
            long bytes = 0;
            // Round -1 warms up and is not counted.
            for (int round = -1; round < Rounds; round++)
            {
                bytes = 0;
                double encodeSeconds = Time(count, i => bytes += PngFile.Encode(pictures[i % pictures.Length], size, size, Latent).Length);
                double writeSeconds = Time(count, i => PngFile.Write(Path.Combine(folder, $"{i}.png"), pictures[i % pictures.Length], size, size, Latent));
                if (round >= 0)
                {
                    encoded[round] = count / encodeSeconds;
                    written[round] = count / writeSeconds;
                }
            }

            return new PngBenchResult(Median(encoded), Median(written), (double)bytes / count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Soft blobs on a gradient with a little noise: about as compressible as a generated face.
    private static byte[] Picture(ulong seed, int size)
    {
        var random = new CounterRandom(seed, 0, Purpose.Sample);
        var rgba = new byte[size * size * 4];
        float phase = random.NextSingle() * MathF.Tau, turn = 1 + 3 * random.NextSingle();
        for (int i = 0; i < size * size; i++)
        {
            float x = (float)(i % size) / size, y = (float)(i / size) / size;
            for (int c = 0; c < 3; c++)
            {
                float wave = MathF.Sin(phase + c + turn * MathF.Tau * (x * x + y)) * 90;
                rgba[4 * i + c] = (byte)(128 + wave + 4 * random.NextSingle());
            }

            rgba[4 * i + 3] = 255;
        }

        return rgba;
    }

    private static double Time(int count, Action<int> work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            work(i);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
