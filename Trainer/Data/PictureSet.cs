using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LatentWalk.Trainer.Data;

/// <summary>Every picture of a run in memory: RGB [size, size, 3] bytes each, in the order of their paths.</summary>
internal sealed class PictureSet
{
    private readonly byte[][] _pictures;

    public PictureSet(byte[][] pictures, int size, IReadOnlyList<SkippedPicture> skipped)
    {
        ArgumentOutOfRangeException.ThrowIfZero(pictures.Length);
        _pictures = pictures;
        Size = size;
        Skipped = skipped;
        Fingerprint = FingerprintOf(pictures, size);
    }

    public int Count => _pictures.Length;

    /// <summary>Side in pixels.</summary>
    public int Size { get; }

    public IReadOnlyList<SkippedPicture> Skipped { get; }

    /// <summary>SHA-256 of the decoded pixels in order, lower-case hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>RGB [size, size, 3] of one picture.</summary>
    public ReadOnlySpan<byte> this[int index] => _pictures[index];

    private static string FingerprintOf(byte[][] pictures, int size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(header, size);
        BinaryPrimitives.WriteInt64LittleEndian(header[4..], pictures.Length);
        hash.AppendData(header);
        foreach (byte[] picture in pictures)
        {
            hash.AppendData(picture);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
