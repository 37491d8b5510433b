using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// A file's bytes, read piece by piece as the walk comes to them. The array is as long as the file but memory is only taken
/// by what was read, so a file is judged before its weights are loaded; <see cref="ReadRest"/> then fills what is missing,
/// and what was judged is never read twice.
/// </summary>
internal sealed class OnnxFileBytes : IDisposable
{
    private const int PieceShift = 14;

    private readonly FileStream _file;
    private readonly string _path;
    private readonly long _most;
    private readonly bool[] _have;
    private long _read;

    /// <param name="path">The file.</param>
    /// <param name="limits">Its size and how much of it may be something other than weights.</param>
    public OnnxFileBytes(string path, OnnxLimits limits)
    {
        _path = path;
        _most = limits.StructureBytes;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long length = RandomAccess.GetLength(_file.SafeFileHandle);
        if (length > limits.FileBytes)
        {
            _file.Dispose();
            throw new BadModelException($"{path} has {length >> 20} MB, expected a generator of at most {limits.FileBytes >> 20} MB.");
        }

        Bytes = GC.AllocateUninitializedArray<byte>((int)length);
        _have = new bool[(length >> PieceShift) + 1];
    }

    public byte[] Bytes { get; }

    /// <summary>Makes sure that these bytes are there.</summary>
    public void Need(long from, long count)
    {
        if (count <= 0)
        {
            return;
        }

        for (long piece = from >> PieceShift; piece <= (from + count - 1) >> PieceShift; piece++)
        {
            if (!_have[piece])
            {
                Read(piece);
                if (_read > _most)
                {
                    throw new BadModelException($"{_path} has more than {_most >> 20} MB of nodes, names and texts: it is not a usable generator.");
                }
            }
        }
    }

    public byte[] ReadRest()
    {
        for (long piece = 0; piece << PieceShift < Bytes.Length; piece++)
        {
            if (!_have[piece])
            {
                Read(piece);
            }
        }

        return Bytes;
    }

    public void Dispose() => _file.Dispose();

    private void Read(long piece)
    {
        int start = (int)(piece << PieceShift);
        var rest = Bytes.AsSpan(start, Math.Min(1 << PieceShift, Bytes.Length - start));
        _read += rest.Length;
        while (rest.Length > 0)
        {
            int got = RandomAccess.Read(_file.SafeFileHandle, rest, start);
            if (got == 0)
            {
                throw new BadModelException($"{_path} became shorter while it was read, expected {Bytes.Length} bytes; wait until it is written, then try again.");
            }

            rest = rest[got..];
            start += got;
        }

        _have[piece] = true;
    }
}
