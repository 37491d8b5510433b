using System.Buffers.Binary;

namespace LatentWalk.Imaging.Png;

/// <summary>The data of a PNG's IDAT chunks, one after the other, straight from the file in memory.</summary>
internal sealed class IdatStream(ReadOnlyMemory<byte> file) : Stream
{
    private int _next = 8;
    private ReadOnlyMemory<byte> _rest;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_rest.IsEmpty && file.Length - _next >= 12)
        {
            ReadOnlySpan<byte> at = file.Span[_next..];
            int length = BinaryPrimitives.ReadInt32BigEndian(at);
            if (at.Slice(4, 4).SequenceEqual("IDAT"u8))
            {
                _rest = file.Slice(_next + 8, length);
            }

            _next += 12 + length;
        }

        int read = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..read].CopyTo(buffer);
        _rest = _rest[read..];
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => this.Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
