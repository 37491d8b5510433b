using System.Security.Cryptography;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Data.Tests;

/// <summary>Sets small enough to try every byte of.</summary>
internal static class TinySet
{
    public const int Size = 6;
    public static readonly string[] Classes = ["boats", "robots"];

    public static byte[] Pixels(int index, int channels = 3, int size = Size)
    {
        var random = new CounterRandom(5, (ulong)index, Purpose.Sample);
        var pixels = new byte[size * size * channels];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)random.NextUInt32();
        }

        return pixels;
    }

    public static PictureEntry Entry(int index) => new(
        $"folder/picture {index} é.png", Convert.ToHexStringLower(SHA256.HashData([(byte)index])), (index % 3) - 1, index % 2 == 1);

    public static PackedSetSummary Write(string path, int count, int channels = 3, Action<string>? beforeWrite = null)
    {
        using var writer = new PackedSetWriter(path, Size, channels, Classes, beforeWrite);
        for (int i = 0; i < count; i++)
        {
            writer.Add(Pixels(i, channels), Entry(i));
        }

        return writer.Commit();
    }
}
