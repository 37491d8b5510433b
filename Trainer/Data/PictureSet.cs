using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LatentWalk.Trainer.Data;

/// <summary>Every picture of a run in memory, in the order of their names. Nothing here can go bad.</summary>
internal sealed class PictureSet : IPictureSet
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

    public int Size { get; }

    public IReadOnlyList<SkippedPicture> Skipped { get; }

    public string Fingerprint { get; }

    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Class of each picture; empty without labels.</summary>
    public IReadOnlyList<int> ClassIndices { get; init; } = [];

    /// <summary>RGB [size, size, 3] of one picture.</summary>
    public ReadOnlySpan<byte> this[int index] => _pictures[index];

    public int ClassOf(int index) => ClassIndices.Count == 0 ? -1 : ClassIndices[index];

    public string NameOf(int index) => $"picture {index}";

    public ReadOnlySpan<byte> Read(int index, Span<byte> buffer) => _pictures[index];

    public void Dispose()
    {
    }

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
