namespace LatentWalk.Quality;

/// <summary>Which real pictures are measured first: a permutation by the seed, the same in training and in <c>lw eval</c>.</summary>
public static class PictureOrder
{
    public static int[] Of(int count, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var random = QualityDraw.Order.Of(seed, 0);
        random.Shuffle(order.AsSpan());
        return order;
    }
}
