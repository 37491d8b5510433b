using LatentWalk.Trainer.Data;
using Xunit;

namespace LatentWalk.Trainer.Tests.Data;

public sealed class DataOrderTests
{
    [Fact]
    public void Every_epoch_shows_every_picture_once()
    {
        var indices = new int[10];
        var order = new DataOrder(seed: 3, pictureCount: 10);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            order.Fill(epoch * 10L, indices);
            Assert.Equal(Enumerable.Range(0, 10), indices.Order());
        }
    }

    [Fact]
    public void Epochs_and_seeds_have_orders_of_their_own()
    {
        Assert.NotEqual(At(seed: 3, first: 0), At(seed: 3, first: 50));
        Assert.NotEqual(At(seed: 3, first: 0), At(seed: 4, first: 0));
    }

    [Fact]
    public void A_position_shows_the_same_picture_however_it_is_reached()
    {
        var whole = new int[70];
        new DataOrder(seed: 3, pictureCount: 10).Fill(0, whole);

        var order = new DataOrder(seed: 3, pictureCount: 10);
        foreach (int first in new[] { 60, 0, 33, 7 })
        {
            var part = new int[10];
            order.Fill(first, part);
            Assert.Equal(whole.Skip(first).Take(10), part);
        }
    }

    [Fact]
    public void A_batch_may_be_larger_than_the_set()
    {
        var indices = new int[7];
        new DataOrder(seed: 1, pictureCount: 3).Fill(1, indices);

        Assert.All(Enumerable.Range(0, 3), picture => Assert.InRange(indices.Count(i => i == picture), 2, 3));
    }

    private static int[] At(ulong seed, long first)
    {
        var indices = new int[50];
        new DataOrder(seed, pictureCount: 50).Fill(first, indices);
        return indices;
    }
}
