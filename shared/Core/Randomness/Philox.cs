namespace LatentWalk.Core.Randomness;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a keyed
/// bijection of 128-bit counters. Any block of the stream can be had without the ones before it.
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The four words that belong to a 64-bit key (low word first) and a 128-bit counter.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Consecutive blocks: word 0 of the counter runs up from <paramref name="firstBlock"/>, the others stay.</summary>
    public static void Fill(ulong key, uint firstBlock, uint c1, uint c2, uint c3, Span<uint> words)
    {
        uint block = firstBlock;
        while (words.Length >= 4)
        {
            (words[0], words[1], words[2], words[3]) = Block(key, block, c1, c2, c3);
            words = words[4..];
            block = checked(block + 1);
        }

        if (words.Length > 0)
        {
            var (x0, x1, x2, _) = Block(key, block, c1, c2, c3);
            words[0] = x0;
            if (words.Length > 1)
            {
                words[1] = x1;
            }

            if (words.Length > 2)
            {
                words[2] = x2;
            }
        }
    }
}
