using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class ArithmeticTests
{
    private readonly Tensor _t = tensor([0f, 1, 2, 3]);

    [Fact]
    public void Operators_follow_the_types_of_libtorch()
    {
        Assert.Equal("Float32[4] {1, 2, 3, 4}", (_t + 1).Show());
        Assert.Equal("Float32[4] {1, 0, -1, -2}", (1 - _t).Show());
        Assert.Equal("Float32[4] {0, 0.5, 1, 1.5}", (_t / 2).Show());
        Assert.Equal("Float32[4] {0, 2, 4, 6}", (_t * 2.0).Show());
        Assert.Equal("Float32[1] {3.5}", (tensor(new[] { 7 }) / tensor(new[] { 2 })).Show());
        Assert.Equal("Float32[3] {0, 0.5, 1}", (tensor(new long[] { 0, 1, 2 }) * 0.5).Show());
        Assert.Equal("Float32[2] {2, 1}", (2 / tensor([1f, 2])).Show());
        Assert.Equal("Bool[4] {0, 1, 0, 0}", (_t == 1).Show());
    }

    [Fact]
    public void Equals_null_is_element_wise()
    {
        // Written as the traps of the real library are: `is null` is the test for null.
        Assert.Equal(ScalarType.Bool, (_t == 0).dtype);
        Assert.False(_t is null);
    }

    [Fact]
    public void A_literal_zero_asks_sum_for_a_type()
    {
        using var m = tensor([0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3L, 4]);
        Assert.Equal("Byte[] {66}", m.sum(0).Show());
        Assert.Equal("Float32[3] {6, 22, 38}", m.sum(1).Show());
        Assert.Equal("Float32[4] {12, 15, 18, 21}", m.sum(dim: 0).Show());
        Assert.Equal("Float32[4] {4, 5, 6, 7}", m.mean([0]).Show());
    }

    [Fact]
    public void The_weight_of_lerp_needs_the_tensors_type()
    {
        using var a = zeros(2);
        Assert.Equal("Float32[2] {0.25, 0.25}", a.lerp_(ones(2), 0.25f).Show());
        var error = Assert.Throws<ExternalException>(() => a.lerp_(ones(2), 0.25));
        Assert.StartsWith("expected dtype float for `weight` but got dtype double", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Products_and_ranges()
    {
        using var m = tensor([0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3L, 4]);
        Assert.Equal("Float32[9] {14, 38, 62, 38, 126, 214, 62, 214}", m.matmul(m.transpose(0, 1)).flatten().Show());
        using var pair = m.view(2, 2, 3);
        Assert.Equal("Float32[8] {5, 14, 14, 50, 149, 212, 212, 302}", pair.bmm(pair.transpose(1, 2)).flatten().Show());
        Assert.Equal("Float32[4] {0.5, 0.5, 0, 1}", tensor([0f, 0, 0, 200], [2L, 2]).softmax(1).flatten().Show());
        Assert.Equal("Int64[5] {0, 1, 2, 3, 4}", arange(5).Show());
        Assert.Equal("Float32[3] {0, 1, 2}", arange(3, dtype: ScalarType.Float32).Show());
    }

    [Fact]
    public void Functions()
    {
        Assert.Equal("Float32[4] {0.6931472, 1.313262, 2.126928, 3.048587}", nn.functional.softplus(_t).Show());
        Assert.Equal("Float32[4] {0.5, 0.7310586, 0.880797, 0.9525741}", _t.sigmoid().Show());
        Assert.Equal("Float32[4] {0, 1, 4, 9}", _t.square().Show());
        Assert.Equal("Float32[2] {-0.2, 1}", nn.functional.leaky_relu(tensor([-1f, 1]), 0.2).Show());
        Assert.Equal("Bool[3] {0, 1, 0}", tensor([float.NaN, 1, float.PositiveInfinity]).isfinite().Show());
    }

    [Fact]
    public void Errors_carry_the_text_of_libtorch()
    {
        Assert.StartsWith("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
            Assert.Throws<ExternalException>(() => ones(2) + ones(3)).Message, StringComparison.Ordinal);
        Assert.StartsWith("shape '[5, 5]' is invalid for input of size 12", Assert.Throws<ExternalException>(() => ones(12).reshape(5, 5)).Message, StringComparison.Ordinal);
        Assert.StartsWith("select(): index 10 out of range for tensor of size [3, 4] at dimension 0", Assert.Throws<ExternalException>(() => ones(3, 4)[10]).Message, StringComparison.Ordinal);
    }
}
