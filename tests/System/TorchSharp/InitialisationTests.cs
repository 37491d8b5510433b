using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

/// <summary>Layers begin with the very numbers that PyTorch gives them, drawn in its order.</summary>
[Collection(TorchGroup.Name)]
public sealed class InitialisationTests
{
    public InitialisationTests() => manual_seed(42);

    [Fact]
    public void A_convolution() =>
        Assert.Equal("Float32[4,3,3,3] {0.1471355, 0.1597351, -0.04508576, 0.1767868, -0.0421665, 0.03883464, -0.0936953, 0.1130226}", nn.Conv2d(3, 4, 3).weight.Show());

    [Fact]
    public void A_transposed_convolution() =>
        Assert.Equal("Float32[4,3,4,4] {0.1103516, 0.1198013, -0.03381432, 0.1325901, -0.03162488, 0.02912598, -0.07027147, 0.08476695}", nn.ConvTranspose2d(4, 3, 4, 2, 1).weight.Show());

    [Fact]
    public void A_linear_layer()
    {
        var linear = nn.Linear(4, 2);
        Assert.Equal("Float32[2,4] {0.3822693, 0.415004, -0.1171362, 0.4593056, -0.1095518, 0.1008953, -0.2434275, 0.2936413}", linear.weight.Show());
        Assert.Equal("Float32[2] {0.4407715, -0.3668141}", linear.bias!.Show());
    }

    [Fact]
    public void Normal_numbers_of_a_given_width() =>
        Assert.Equal("Float32[4] {0.006733807, 0.002576188, 0.004689247, 0.00460666}", nn.init.normal_(zeros(4), 0, 0.02).Show());

    [Fact]
    public void Glorot_normal_numbers_have_the_width_of_both_fans()
    {
        using var weight = nn.init.xavier_normal_(empty(256, 128, 4, 4));
        var expected = Math.Sqrt(2.0 / ((256 + 128) * 16));
        var measured = Math.Sqrt(weight.square().mean().ToDouble());
        Assert.InRange(measured / expected, 0.99, 1.01);
    }

    [Fact]
    public void Batch_norm_begins_neutral()
    {
        var norm = nn.BatchNorm2d(2);
        Assert.Equal("Float32[2] {1, 1}", norm.weight.Show());
        Assert.Equal("Float32[2] {0, 0}", norm.bias!.Show());
        Assert.Equal("Float32[2] {1, 1}", norm.running_var!.Show());
        Assert.Equal("Int64[] {0}", norm.num_batches_tracked!.Show());
    }
}
