using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// Walks one protobuf message inside a file without copying or allocating for it; never looks outside the message's own bytes.
/// With a <see cref="OnnxFileBytes"/> behind it, only the bytes that are looked at are read from the disk.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct ProtoReader(ReadOnlySpan<byte> bytes, string path, long origin = 0, OnnxFileBytes? file = null)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private int _tagPosition;
    private ulong _seen;

    /// <summary>Number of the field that <see cref="Next"/> found.</summary>
    public int Field { get; private set; }

    public WireType Wire { get; private set; }

    /// <summary>Where the current field starts in the file.</summary>
    public readonly long FileOffset => origin + _tagPosition;

    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool Next()
    {
        _tagPosition = _position;
        if (_position == _bytes.Length)
        {
            return false;
        }

        ulong tag = Varint();
        Field = (int)Math.Min(tag >> 3, int.MaxValue);
        Wire = (WireType)(tag & 7);
        return Field > 0 && Wire is WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32
            ? true
            : throw Damaged($"field {Field} has wire type {(int)Wire}, which no ONNX file uses");
    }

    /// <summary>
    /// Protobuf readers keep the last of a repeated single field, or merge them; a second one would let two readers see two files.
    /// </summary>
    public void Once()
    {
        ulong bit = 1UL << Field;
        if ((_seen & bit) != 0)
        {
            throw Damaged($"field {Field} occurs twice where one is allowed");
        }

        _seen |= bit;
    }

    /// <summary>The value of a varint field.</summary>
    public long Integer()
    {
        Expect(WireType.Varint);
        return (long)Varint();
    }

    /// <summary>How many bytes a length-delimited field has; they are not looked at.</summary>
    public int BytesLength() => Extent().Length;

    /// <summary>The same, and the bytes themselves where they are few.</summary>
    public int BytesLength(out ReadOnlySpan<byte> bytes, int few)
    {
        bytes = Extent();
        int length = bytes.Length;
        bytes = length <= few ? bytes : [];
        file?.Need(origin + _position - length, bytes.Length);
        return length;
    }

    /// <summary>The bytes of a length-delimited field.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var result = Extent();
        file?.Need(origin + _position - result.Length, result.Length);
        return result;
    }

    private ReadOnlySpan<byte> Extent()
    {
        Expect(WireType.Bytes);
        ulong length = Varint();
        if (length > (ulong)Remaining)
        {
            throw Damaged($"field {Field} announces {length} bytes where {Remaining} are left");
        }

        var result = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return result;
    }

    /// <summary>A reader over a nested message.</summary>
    public ProtoReader Message()
    {
        var inner = Extent();
        return new ProtoReader(inner, path, origin + _position - inner.Length, file);
    }

    public string Text(int maxBytes)
    {
        var text = Extent();
        if (text.Length > maxBytes)
        {
            throw Damaged($"field {Field} is a text of {text.Length} bytes, expected at most {maxBytes}");
        }

        file?.Need(origin + _position - text.Length, text.Length);

        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged($"field {Field} is not valid UTF-8");
        }
    }

    /// <summary>Adds up a repeated varint field's values, packed or not, through <paramref name="counted"/>.</summary>
    public void Integers(List<long> values, int maxCount)
    {
        if (Wire == WireType.Varint)
        {
            values.Add(Integer());
        }
        else
        {
            var packed = Message();
            while (packed.Remaining > 0 && values.Count <= maxCount)
            {
                values.Add((long)packed.Varint());
            }
        }

        if (values.Count > maxCount)
        {
            throw Damaged($"field {Field} has more than {maxCount} numbers");
        }
    }

    /// <summary>How many values this occurrence of a repeated numeric field holds.</summary>
    /// <param name="width">Bytes of a fixed-width value; 0 for varints.</param>
    public long CountNumbers(int width)
    {
        if (Wire != WireType.Bytes)
        {
            Skip();
            return 1;
        }

        if (width > 0)
        {
            int length = BytesLength();
            return length % width == 0 ? length / width : throw Damaged($"field {Field} is not whole values of {width} bytes");
        }

        long count = 0;
        foreach (byte b in Bytes())
        {
            count += b < 0x80 ? 1 : 0;
        }

        return count;
    }

    public float Single()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadSingleLittleEndian(Fixed(4));
    }

    /// <summary>
    /// The values of this occurrence of a repeated numeric field, added as far as they fit into <paramref name="capacity"/>.
    /// </summary>
    /// <param name="values">Receives them.</param>
    /// <param name="width">Bytes of a fixed-width value, 4 for float32 and 8 for float64; 0 for varints.</param>
    /// <param name="capacity">How many numbers the list is to hold at most.</param>
    /// <returns>How many there are, kept or not.</returns>
    public long Numbers(List<double> values, int width, int capacity)
    {
        if (Wire != WireType.Bytes)
        {
            Keep(values, capacity, width switch { 0 => Integer(), 4 => Single(), _ => Double() });
            return 1;
        }

        // Many numbers are data; only few can say how large something is.
        if (width > 0 && Peek() > (ulong)width * (ulong)capacity)
        {
            return CountNumbers(width);
        }

        var packed = Message();
        long count = 0;
        for (; packed.Remaining > 0; count++)
        {
            Keep(values, capacity, width switch
            {
                0 => (long)packed.Varint(),
                4 => BinaryPrimitives.ReadSingleLittleEndian(packed.Fixed(4)),
                _ => BinaryPrimitives.ReadDoubleLittleEndian(packed.Fixed(8)),
            });
        }

        return count;
    }

    private static void Keep(List<double> values, int capacity, double value)
    {
        if (values.Count < capacity)
        {
            values.Add(value);
        }
    }

    private double Double()
    {
        Expect(WireType.Fixed64);
        return BinaryPrimitives.ReadDoubleLittleEndian(Fixed(8));
    }

    // The length that the next Bytes() will find, unread.
    private readonly ulong Peek()
    {
        var ahead = this;
        return ahead.Varint();
    }

    private ReadOnlySpan<byte> Fixed(int width)
    {
        if (Remaining < width)
        {
            throw Damaged("the file ends inside a number");
        }

        file?.Need(origin + _position, width);
        var value = _bytes.Slice(_position, width);
        _position += width;
        return value;
    }

    /// <summary>Passes over a text, or a message of texts, that does not matter.</summary>
    public void SkipText()
    {
        Expect(WireType.Bytes);
        Extent();
    }

    public void Skip()
    {
        switch (Wire)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Bytes:
                Extent();
                break;
            default:
                Fixed(Wire == WireType.Fixed64 ? 8 : 4);
                break;
        }
    }

    public readonly BadModelException Damaged(string problem) =>
        new($"{path}: not a readable ONNX file, at byte {FileOffset}: {problem}. Download or export it again.");

    private ulong Varint()
    {
        file?.Need(origin + _position, Math.Min(10, Remaining));
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (_position == _bytes.Length)
            {
                throw Damaged("the file ends inside a number");
            }

            byte b = _bytes[_position++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return shift < 63 || b <= 1 ? value : throw Damaged("a number has more than 64 bits");
            }
        }

        throw Damaged("a number has more than 64 bits");
    }

    private readonly void Expect(WireType expected)
    {
        if (Wire != expected)
        {
            throw Damaged($"field {Field} has wire type {(int)Wire}, expected {(int)expected}");
        }
    }
}
