namespace LatentWalk.Core.Checkpoints;

/// <summary>Limits and fixed names of the format.</summary>
internal static class SafetensorsFormat
{
    /// <summary>Bytes of the little-endian header length that starts a file.</summary>
    internal const int LengthBytes = 8;

    /// <summary>The reference implementation's limit.</summary>
    internal const int LargestHeader = 100_000_000;

    /// <summary>Limit of dimensions and offsets in the published JSON schema: 48 bits.</summary>
    internal const long LargestNumber = (1L << 48) - 1;

    /// <summary>Nothing that computes with tensors takes more; a header of ones would otherwise cost far more memory than its size.</summary>
    internal const int LargestRank = 64;

    internal const string MetadataKey = "__metadata__";
}
