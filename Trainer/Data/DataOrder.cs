using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Data;

/// <summary>
/// Which picture is shown when: every epoch is a permutation by (seed, epoch), and epochs follow each other without a gap,
/// so position p of the run is a function of p alone.
/// </summary>
internal sealed class DataOrder(ulong seed, int pictureCount)
{
    private readonly int[] _permutation = new int[pictureCount];
    private long _permutedEpoch = -1;

    /// <summary>The pictures of positions <paramref name="first"/> and on, one for each place in <paramref name="indices"/>.</summary>
    public void Fill(long first, Span<int> indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            var (epoch, place) = Math.DivRem(first + i, pictureCount);
            Permute(epoch);
            indices[i] = _permutation[place];
        }
    }

    private void Permute(long epoch)
    {
        if (epoch == _permutedEpoch)
        {
            return;
        }

        for (int i = 0; i < _permutation.Length; i++)
        {
            _permutation[i] = i;
        }

        var random = new CounterRandom(seed, (ulong)epoch, Purpose.DataOrder);
        random.Shuffle(_permutation.AsSpan());
        _permutedEpoch = epoch;
    }
}
