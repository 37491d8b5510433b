using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>A batch in parts, and the means over a batch from the means over its parts.</summary>
internal static class Shares
{
    /// <summary>First index and length of each part of a batch; all but the last are of the size given.</summary>
    public static IEnumerable<(long First, long Count)> Of(long batch, long size)
    {
        for (long first = 0; first < batch; first += size)
        {
            yield return (first, Math.Min(size, batch - first));
        }
    }

    /// <summary>The value times the share of the batch that it is a mean over; itself for a whole batch.</summary>
    public static Tensor Weigh(Tensor value, double share) => share == 1 ? value : value * share;

    public static Tensor Sum(IEnumerable<(Tensor Value, double Share)> parts) =>
        parts.Select(part => Weigh(part.Value, part.Share)).Aggregate((sum, value) => sum + value);
}
