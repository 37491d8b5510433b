using System.Collections.Frozen;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Names and sizes of the element types as the format has them.</summary>
public static class TensorTypes
{
    private static readonly string[] Names =
    [
        "BOOL", "F4", "F6_E2M3", "F6_E3M2", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ",
        "I16", "U16", "F16", "BF16", "I32", "U32", "F32", "C64", "F64", "I64", "U64",
    ];

    private static readonly FrozenDictionary<string, TensorType> ByName =
        Enum.GetValues<TensorType>().ToFrozenDictionary(type => Names[(int)type], StringComparer.Ordinal);

    /// <summary>As in the file's header: "F32".</summary>
    public static string Name(this TensorType type) => Names[(int)type];

    public static bool TryParse(string name, out TensorType type) => ByName.TryGetValue(name, out type);

    public static int BitsPerElement(this TensorType type) => type switch
    {
        TensorType.F4 => 4,
        TensorType.F6E2M3 or TensorType.F6E3M2 => 6,
        <= TensorType.F8E5M2Fnuz => 8,
        <= TensorType.BF16 => 16,
        <= TensorType.F32 => 32,
        _ => 64,
    };

    /// <summary>Bytes of a tensor, or null when a count overflows or the bits do not fill whole bytes.</summary>
    internal static long? ByteCount(TensorType type, ReadOnlySpan<long> shape)
    {
        // As in the reference reader, a product that overflows is an error even if a later dimension is 0.
        UInt128 bits = 1;
        foreach (long dimension in shape)
        {
            bits *= (ulong)dimension;
            if (bits > ulong.MaxValue)
            {
                return null;
            }
        }

        bits *= (uint)type.BitsPerElement();
        return bits % 8 == 0 && bits / 8 <= long.MaxValue && bits <= ulong.MaxValue ? (long)(bits / 8) : null;
    }
}
