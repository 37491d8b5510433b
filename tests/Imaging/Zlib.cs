using System.IO.Compression;

namespace LatentWalk.Imaging.Tests;

internal static class Zlib
{
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using MemoryStream result = new();
        using (ZLibStream stream = new(result, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(data);
        }

        return result.ToArray();
    }
}
