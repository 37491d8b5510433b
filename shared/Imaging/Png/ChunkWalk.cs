using System.Buffers.Binary;

namespace LatentWalk.Imaging.Png;

/// <summary>Walks the chunks of a PNG that <see cref="Headers.PngStructure"/> has found whole.</summary>
internal ref struct ChunkWalk(ReadOnlySpan<byte> file)
{
    private const int Frame = 12;

    private readonly ReadOnlySpan<byte> _file = file;
    private int _next = 8;

    /// <summary>Where the chunk's data starts in the file.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Name => _file.Slice(Start - 4, 4);

    public readonly ReadOnlySpan<byte> Data => _file.Slice(Start, Length);

    /// <summary>Critical chunks, which a reader must understand, have a capital letter first.</summary>
    public readonly bool IsCritical => (_file[Start - 4] & 0x20) == 0;

    /// <summary>Over the name and the data.</summary>
    public readonly ReadOnlySpan<byte> Checked => _file.Slice(Start - 4, Length + 4);

    public readonly uint Crc => BinaryPrimitives.ReadUInt32BigEndian(_file[(Start + Length)..]);

    public bool Next()
    {
        if (_file.Length - _next < Frame)
        {
            return false;
        }

        Length = BinaryPrimitives.ReadInt32BigEndian(_file[_next..]);
        Start = _next + 8;
        _next += Frame + Length;
        return true;
    }
}
