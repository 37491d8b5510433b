namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// Hashes of 64 bits, to be found again by ones that differ in at most 7 bits: of the four quarters of two such hashes one
/// differs in at most one bit. A megabyte of tables, and 24 bytes a hash.
/// </summary>
internal sealed class HashIndex(int capacity)
{
    public const int Bits = 7;

    private const int Quarters = 4;
    private const int QuarterBits = 16;

    // The first entry of each chain, and the next of each entry, counted from 1: 0 ends a chain.
    private readonly int[] _first = new int[Quarters << QuarterBits];
    private readonly int[] _next = new int[Quarters * capacity];
    private readonly ulong[] _hashes = new ulong[capacity];
    private int _count;

    /// <summary>Entries are numbered in the order in which they are added.</summary>
    public void Add(ulong hash)
    {
        int entry = _count++;
        _hashes[entry] = hash;
        for (int quarter = 0; quarter < Quarters; quarter++)
        {
            int key = Key(hash, quarter);
            _next[(Quarters * entry) + quarter] = _first[key];
            _first[key] = entry + 1;
        }
    }

    /// <summary>Told of every entry within <see cref="Bits"/> of the hash and its distance, of some more than once.</summary>
    public void Find(ulong hash, Action<int, int> found)
    {
        for (int quarter = 0; quarter < Quarters; quarter++)
        {
            int key = Key(hash, quarter);
            Follow(hash, quarter, key, found);
            for (int bit = 0; bit < QuarterBits; bit++)
            {
                Follow(hash, quarter, key ^ (1 << bit), found);
            }
        }
    }

    private static int Key(ulong hash, int quarter) => (quarter << QuarterBits) | (ushort)(hash >> (QuarterBits * quarter));

    private void Follow(ulong hash, int quarter, int key, Action<int, int> found)
    {
        for (int entry = _first[key] - 1; entry >= 0; entry = _next[(Quarters * entry) + quarter] - 1)
        {
            int bits = Measures.PerceptualHash.Distance(hash, _hashes[entry]);
            if (bits <= Bits)
            {
                found(entry, bits);
            }
        }
    }
}
