using System.Buffers;
using System.IO.Compression;
using LatentWalk.Core.Files;
using LatentWalk.Imaging.Headers;

namespace LatentWalk.Imaging.Png;

/// <summary>
/// The PNGs that nearly all are: 8 bits a sample, not interlaced, one picture, alpha in a channel or a palette if at all.
/// Inflated once and row by row, so that a picture is checked while it is read, in memory that does not grow with its height.
/// All others are left to the image library. One thread at a time.
/// </summary>
internal sealed class PlainPng : IDisposable
{
    private const int BlockBytes = 1 << 16;

    // What deflate makes of one byte at the very most.
    private const long LargestRatio = 1032;

    private readonly ZLibStream _data;
    private readonly byte[] _block;
    private readonly int _rowBytes;
    private readonly int _rowsAtOnce;
    private readonly PngPixels _pixels;
    private readonly byte[] _above;
    private int _rowsInBlock;
    private int _rowInBlock;
    private long _row;

    /// <param name="file">One that <see cref="Recognises"/> said yes to.</param>
    public PlainPng(ReadOnlyMemory<byte> file, PictureHeader header)
    {
        (Width, Height) = (header.Width, header.Height);
        _pixels = PngPixels.Of(file.Span);
        _rowBytes = 1 + (_pixels.Channels * Width);
        _rowsAtOnce = Math.Clamp(BlockBytes / _rowBytes, 1, Height);
        _block = ArrayPool<byte>.Shared.Rent(_rowsAtOnce * _rowBytes);
        _above = ArrayPool<byte>.Shared.Rent(_rowBytes);
        _above.AsSpan(0, _rowBytes).Clear();
        _data = new ZLibStream(new IdatStream(file), CompressionMode.Decompress);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether every pixel is opaque by its kind alone.</summary>
    public bool IsOpaque => _pixels.IsOpaque;

    /// <param name="file">A PNG that <see cref="PngStructure"/> has found whole, within the limits.</param>
    public static bool Recognises(ReadOnlySpan<byte> file)
    {
        bool plain = file[24] == 8 && file[28] == 0 && file[25] is 0 or 2 or 3 or 4 or 6;
        bool palette = file[25] != 3;
        ChunkWalk chunk = new(file);
        while (plain && chunk.Next())
        {
            ReadOnlySpan<byte> name = chunk.Name;
            palette |= name.SequenceEqual("PLTE"u8);
            plain = !name.SequenceEqual("acTL"u8) && !name.SequenceEqual("eXIf"u8)
                && (!name.SequenceEqual("tRNS"u8) || (file[25] == 3 && palette))
                && (palette || !name.SequenceEqual("IDAT"u8));
        }

        return plain;
    }

    /// <summary>What can be said before any pixel is inflated: a header that promises far more than the file can hold, or a wrong checksum.</summary>
    /// <returns>Null, or why the file cannot be used (no full stop).</returns>
    public static string? Check(ReadOnlySpan<byte> file, PictureHeader header)
    {
        long compressed = 0;
        ChunkWalk chunk = new(file);
        while (chunk.Next())
        {
            if (chunk.IsCritical && Crc32.Of(chunk.Checked) != chunk.Crc)
            {
                return $"it is damaged: the checksum of the chunk at byte {chunk.Start - 8} is wrong";
            }

            compressed += chunk.Name.SequenceEqual("IDAT"u8) ? chunk.Length : 0;
        }

        return PngPixelData.ExpectedBytes(file, header) > compressed * LargestRatio ? PngPixelData.Check(file, header) : null;
    }

    /// <summary>The next row; call it as often as there are rows.</summary>
    /// <param name="rgba">uint8 [width, 4], straight alpha.</param>
    /// <returns>Null, or why there is none (no full stop).</returns>
    public string? Next(Span<byte> rgba)
    {
        if (_rowInBlock == _rowsInBlock && Inflate() is { } problem)
        {
            return problem;
        }

        Span<byte> row = _block.AsSpan(_rowInBlock * _rowBytes, _rowBytes);
        ReadOnlySpan<byte> above = _rowInBlock == 0 ? _above.AsSpan(0, _rowBytes) : _block.AsSpan((_rowInBlock - 1) * _rowBytes, _rowBytes);
        if (!PngFilters.Undo(row[0], row[1..], above[1..], _pixels.Channels))
        {
            return $"its pixels are damaged: row {_row} has the filter {row[0]}; expected 0 to 4";
        }

        _pixels.ToRgba(row[1..], rgba);
        _rowInBlock++;
        _row++;
        return null;
    }

    public void Dispose()
    {
        _data.Dispose();
        ArrayPool<byte>.Shared.Return(_block);
        ArrayPool<byte>.Shared.Return(_above);
    }

    // Many rows at a time: the inflater is slow when it is given little room.
    private string? Inflate()
    {
        if (_rowsInBlock > 0)
        {
            _block.AsSpan((_rowsInBlock - 1) * _rowBytes, _rowBytes).CopyTo(_above);
        }

        _rowInBlock = 0;
        _rowsInBlock = (int)Math.Min(_rowsAtOnce, Height - _row);
        Span<byte> rows = _block.AsSpan(0, _rowsInBlock * _rowBytes);
        int inflated = 0;
        try
        {
            while (inflated < rows.Length)
            {
                int read = _data.Read(rows[inflated..]);
                if (read == 0)
                {
                    return PngPixelData.EndEarly((_row * _rowBytes) + inflated, (long)Height * _rowBytes);
                }

                inflated += read;
            }
        }
        catch (InvalidDataException)
        {
            return PngPixelData.AreDamaged((_row * _rowBytes) + inflated, (long)Height * _rowBytes);
        }

        return null;
    }
}
