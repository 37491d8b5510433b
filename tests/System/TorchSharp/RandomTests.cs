using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class RandomTests
{
    [Fact]
    public void A_seed_gives_the_numbers_that_PyTorch_draws()
    {
        manual_seed(42);
        Assert.Equal("Float32[4] {0.3366904, 0.1288094, 0.2344624, 0.230333}", randn(4).Show());
        Assert.Equal("Float32[4] {0.9407715, 0.1331859, 0.9345981, 0.5935796}", rand(4).Show());
    }

    [Fact]
    public void Sixteen_normal_numbers_take_the_vectorised_path()
    {
        manual_seed(42);
        Assert.Equal("Float32[16] {1.926915, 1.487284, 0.9007172, -2.105521, 0.6784185, -1.234545, -0.04306748, -1.604667}", randn(16).Show());
    }

    [Fact]
    public void The_state_of_the_generator_can_be_kept_and_put_back()
    {
        manual_seed(7);
        using var state = get_rng_state();
        Assert.Equal([5056L], state.shape);
        Assert.Equal(ScalarType.Byte, state.dtype);
        var first = randn(5).Show();
        set_rng_state(state);
        Assert.Equal(first, randn(5).Show());
    }

    [Fact]
    public void Seeding_returns_the_default_generator() => Assert.Same(Generator.Default, manual_seed(3));
}
