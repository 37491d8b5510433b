using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Painting;

/// <summary>Draws of traits.</summary>
internal static class CounterRandomExtensions
{
    internal static double Between(this ref CounterRandom random, double low, double high) => low + ((high - low) * random.NextDouble());

    internal static bool Chance(this ref CounterRandom random, double part) => random.NextDouble() < part;

    /// <summary>0 to the number of weights - 1, as often as its weight says.</summary>
    internal static int Weighted(this ref CounterRandom random, ReadOnlySpan<int> weights)
    {
        int sum = 0;
        foreach (int weight in weights)
        {
            sum += weight;
        }

        int left = random.NextInt32(sum);
        int index = 0;
        while (left >= weights[index])
        {
            left -= weights[index++];
        }

        return index;
    }
}
