using System.Runtime.InteropServices;
using System.Text;
using LatentWalk.Core.Files;
using LatentWalk.Trainer.Prepare.Measures;
using Microsoft.Win32.SafeHandles;

namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// The candidates on disk while it is not yet known which are kept: squares by their slot, and a stream of names, hashes and
/// messages in order, and one of borders. The files vanish with the object, and on Unix have no name from the start. One thread writes, then any reads.
/// </summary>
internal sealed class CandidateSpool : IDisposable
{
    private readonly int _pictureBytes;
    private readonly string _path;
    private readonly SafeFileHandle _pixels;
    private readonly FileStream _texts;
    private readonly FileStream _borders;
    private readonly BinaryWriter _writer;

    /// <param name="path">The set that is being made; the files stand beside it.</param>
    public CandidateSpool(string path, int size)
    {
        _path = path;
        _pictureBytes = 4 * size * size;
        string prefix = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".lw-{Environment.ProcessId}-{Path.GetFileName(path)}");
        try
        {
            _pixels = File.OpenHandle(prefix + ".squares.tmp", FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
            _texts = new FileStream(prefix + ".candidates.tmp", FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
            _borders = new FileStream(prefix + ".borders.tmp", FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(prefix + ".squares.tmp");
                File.Delete(prefix + ".candidates.tmp");
                File.Delete(prefix + ".borders.tmp");
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            _pixels?.Dispose();
            _texts?.Dispose();
            throw DiskErrors.Wrap("write", path, error);
        }

        _writer = new BinaryWriter(_texts, Encoding.Unicode);
    }

    /// <summary>Candidates written.</summary>
    public int Count { get; private set; }

    /// <summary>Squares written.</summary>
    public int Slots { get; private set; }

    /// <param name="label">Index of its class, -1 for none.</param>
    /// <returns>The slot of its square; -1 without one.</returns>
    public int Add(Candidate candidate, int label)
    {
        try
        {
            _writer.Write(candidate.Name);
            _writer.Write(candidate.Face);
            _writer.Write(label);
            _writer.Write((byte)candidate.Sha256.Length);
            _writer.Write(candidate.Sha256);
            _writer.Write(candidate.Message ?? string.Empty);
            BorderColours border = candidate.Border;
            _borders.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<BorderColours>(in border)));
            Count++;
            if (candidate.Pixels is null)
            {
                return -1;
            }

            RandomAccess.Write(_pixels, candidate.Pixels, (long)Slots * _pictureBytes);
            return Slots++;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", _path, error);
        }
    }

    /// <summary>All but scores and pixels, in order.</summary>
    public IEnumerable<(string Name, int Face, int Label, byte[] Sha256, string? Message)> Read()
    {
        Guarded(_writer.Flush);
        _texts.Position = 0;
        using var reader = new BinaryReader(_texts, Encoding.Unicode, leaveOpen: true);
        for (int i = 0; i < Count; i++)
        {
            string name = reader.ReadString();
            int face = reader.ReadInt32();
            int label = reader.ReadInt32();
            byte[] sha256 = reader.ReadBytes(reader.ReadByte());
            string message = reader.ReadString();
            yield return (name, face, label, sha256, message.Length == 0 ? null : message);
        }
    }

    /// <summary>The border of each candidate, in order; of one without pixels it means nothing. One reader at a time.</summary>
    public IEnumerable<BorderColours> ReadBorders()
    {
        Guarded(_borders.Flush);
        _borders.Position = 0;
        for (int i = 0; i < Count; i++)
        {
            BorderColours border = default;
            _borders.ReadExactly(MemoryMarshal.AsBytes(new Span<BorderColours>(ref border)));
            yield return border;
        }
    }

    /// <param name="square">uint8 [size, size, 4].</param>
    public void ReadSquare(int slot, Span<byte> square)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(square.Length, _pictureBytes, nameof(square));
        long at = (long)slot * _pictureBytes;
        for (int done = 0; done < square.Length;)
        {
            int read = RandomAccess.Read(_pixels, square[done..], at + done);
            done += read > 0 ? read : throw new InvalidOperationException($"Slot {slot} has not been written.");
        }
    }

    private void Guarded(Action flush)
    {
        try
        {
            flush();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", _path, error);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _texts.Dispose();
        _borders.Dispose();
        _pixels.Dispose();
    }
}
