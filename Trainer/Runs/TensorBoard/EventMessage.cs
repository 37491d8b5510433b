using System.Buffers.Binary;
using System.Text;

namespace LatentWalk.Trainer.Runs.TensorBoard;

/// <summary>
/// One <c>tensorflow.Event</c> in protocol buffer encoding, holding only what TensorBoard needs of scalars and pictures
/// (the public field numbers of event.proto and summary.proto).
/// </summary>
internal static class EventMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    /// <summary>The first of every file.</summary>
    public static byte[] Version(double wallTime) => Event(wallTime, 0, body => Put(body, 3, "brain.Event:2"u8));

    /// <summary>Says that a session begins, so that whatever an earlier one told of this step and later ones no longer counts.</summary>
    public static byte[] SessionStart(double wallTime, long step) => Event(wallTime, step, body => Put(body, 7, Message(log => Put(log, 1, 1))));

    public static byte[] Scalars(double wallTime, long step, IEnumerable<(string Tag, double Value)> scalars) => Event(wallTime, step, body =>
        Put(body, 5, Message(summary =>
        {
            foreach (var (tag, value) in scalars)
            {
                Put(summary, 1, Message(entry =>
                {
                    Put(entry, 1, Encoding.UTF8.GetBytes(tag));
                    Key(entry, 2, Fixed32);
                    Span<byte> single = stackalloc byte[4];
                    BinaryPrimitives.WriteSingleLittleEndian(single, (float)value);
                    entry.Write(single);
                }));
            }
        })));

    /// <param name="png">The whole file.</param>
    public static byte[] Picture(double wallTime, long step, string tag, byte[] png, int width, int height) => Event(wallTime, step, body =>
        Put(body, 5, Message(summary => Put(summary, 1, Message(entry =>
        {
            Put(entry, 1, Encoding.UTF8.GetBytes(tag));
            Put(entry, 4, Message(image =>
            {
                Put(image, 1, height);
                Put(image, 2, width);
                Put(image, 3, 3);
                Put(image, 4, png);
            }));
        })))));

    private static byte[] Event(double wallTime, long step, Action<MemoryStream> content) => Message(body =>
    {
        Key(body, 1, Fixed64);
        Span<byte> seconds = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(seconds, wallTime);
        body.Write(seconds);
        if (step != 0)
        {
            Put(body, 2, step);
        }

        content(body);
    });

    private static byte[] Message(Action<MemoryStream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static void Put(MemoryStream stream, int field, long value)
    {
        Key(stream, field, Varint);
        Number(stream, (ulong)value);
    }

    private static void Put(MemoryStream stream, int field, ReadOnlySpan<byte> bytes)
    {
        Key(stream, field, Bytes);
        Number(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void Key(MemoryStream stream, int field, int kind) => Number(stream, (ulong)((field << 3) | kind));

    private static void Number(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
