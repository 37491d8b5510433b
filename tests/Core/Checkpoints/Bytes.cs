using System.Buffers.Binary;
using System.Text;

namespace LatentWalk.Core.Tests.Checkpoints;

/// <summary>Safetensors files put together by hand, right or wrong.</summary>
internal static class Bytes
{
    /// <summary>A header and data under the header's true length.</summary>
    internal static byte[] File(string header, int dataBytes) => File(Encoding.UTF8.GetBytes(header), dataBytes);

    internal static byte[] File(byte[] header, int dataBytes) => [.. Length((ulong)header.Length), .. header, .. Data(dataBytes)];

    internal static byte[] Length(ulong length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }

    internal static byte[] Data(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7))];

    internal static string Tensor(string name, string dtype, string shape, string offsets) =>
        $"\"{name}\":{{\"dtype\":{dtype},\"shape\":{shape},\"data_offsets\":{offsets}}}";
}
