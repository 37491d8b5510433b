using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.StandIns.Tests.TorchSharp;

/// <summary>The fast convolutions against libtorch's own operators and against finite differences.</summary>
[Collection(TorchGroup.Name)]
public sealed class ConvolutionTests
{
    public ConvolutionTests() => manual_seed(3);

    // Channels in and out, side, kernel, stride, padding, output padding: each takes another route inside.
    public static TheoryData<int, int, int, int, int, int, int> Layers => new()
    {
        { 3, 64, 32, 4, 2, 1, 0 }, { 64, 3, 16, 4, 2, 1, 0 }, { 64, 128, 8, 4, 2, 1, 0 }, { 512, 256, 4, 4, 2, 1, 0 },
        { 100, 32, 1, 4, 1, 0, 0 }, { 5, 7, 6, 3, 2, 1, 1 }, { 5, 2, 7, 3, 1, 1, 0 }, { 6, 4, 5, 1, 1, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_transposed_convolution_equals_the_operator_of_that_name(int from, int to, int side, int kernel, int stride, int padding, int extra)
    {
        var x = randn(3, from, side, side).requires_grad_();
        var w = (randn(from, to, kernel, kernel) * 0.05).requires_grad_();
        var b = randn(to).requires_grad_();
        Same(conv_transpose2d(x, w, b, [stride, stride], [padding, padding], [extra, extra]),
            PlainConvTranspose2d(x, w, b, [stride, stride], [padding, padding], [extra, extra]), x, w, b);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_convolution_equals_the_operator_of_that_name(int from, int to, int side, int kernel, int stride, int padding, int extra)
    {
        var x = randn(3, from, side + 8 + extra, side + 8).requires_grad_();
        var w = (randn(to, from, kernel, kernel) * 0.05).requires_grad_();
        var b = randn(to).requires_grad_();
        Same(conv2d(x, w, b, [stride, stride], [padding, padding]), PlainConv2d(x, w, b, [stride, stride], [padding, padding]), x, w, b);
    }

    private static void Same(Tensor fast, Tensor plain, Tensor x, Tensor w, Tensor b)
    {
        Assert.InRange(fast.DifferenceTo(plain), 0, 1e-5);
        Assert.True(fast.is_contiguous());
        var seed = randn(plain.shape);
        var fastGradients = autograd.grad([fast], [x, w, b], [seed], retain_graph: true, create_graph: true);
        var plainGradients = autograd.grad([plain], [x, w, b], [seed], retain_graph: true, create_graph: true);
        for (var i = 0; i < 3; i++) Assert.InRange(fastGradients[i].DifferenceTo(plainGradients[i]), 0, 2e-5);

        static Tensor Penalty(IList<Tensor> g) => g[0].square().sum() + g[1].square().sum() + g[2].square().sum();
        var fastSecond = autograd.grad([Penalty(fastGradients)], [x, w]);
        var plainSecond = autograd.grad([Penalty(plainGradients)], [x, w]);
        for (var i = 0; i < 2; i++) Assert.InRange(fastSecond[i].DifferenceTo(plainSecond[i]), 0, 5e-5);
    }

    [Fact]
    public void The_gradient_of_a_gradient_penalty_agrees_with_finite_differences()
    {
        var x = randn([2, 3, 8, 8], ScalarType.Float64).requires_grad_();
        var up = (randn([3, 4, 4, 4], ScalarType.Float64) * 0.2).requires_grad_();
        var down = (randn([2, 4, 4, 4], ScalarType.Float64) * 0.2).requires_grad_();
        Tensor Penalty()
        {
            var y = conv2d(leaky_relu(conv_transpose2d(x, up, null, [2, 2], [1, 1]), 0.2), down, null, [2, 2], [1, 1]);
            return autograd.grad([y.square().sum()], [x], retain_graph: true, create_graph: true)[0].square().sum();
        }

        var exact = autograd.grad([Penalty()], [up, down]);
        foreach (var (weight, gradient, at) in new[] { (up, exact[0], 5), (up, exact[0], 100), (down, exact[1], 7), (down, exact[1], 77) })
        {
            const double Step = 1e-5;
            double At(double shift)
            {
                using (no_grad()) weight.view(-1)[at].add_(shift);
                var value = Penalty().ToDouble();
                using (no_grad()) weight.view(-1)[at].sub_(shift);
                return value;
            }

            var difference = (At(Step) - At(-Step)) / (2 * Step);
            Assert.Equal(1, gradient.view(-1)[at].ToDouble() / difference, 4);
        }
    }

    [Fact]
    public void What_CSharp_sees_of_the_result_is_the_default_format()
    {
        using var y = conv2d(randn(2, 3, 8, 8), randn(5, 3, 4, 4), null, [2, 2], [1, 1]);
        Assert.True(y.is_contiguous());
        Assert.Equal([80L, 16, 4, 1], y.stride());
        var logical = y.clone().data<float>().ToArray();
        Assert.Equal(2 * 5 * 16, y.view(-1).shape[0]);
        Assert.Equal(logical, MemoryMarshal.Cast<byte, float>(y.bytes).ToArray());
        Assert.Equal(logical[..80], y[0].data<float>().ToArray());
        Assert.Equal(MemoryMarshal.Cast<byte, float>(y[1, 2].bytes).ToArray(), logical[(80 + 32)..(80 + 48)]);
    }

    [Fact]
    public void Views_of_the_result_write_through()
    {
        using var y = relu(conv2d(randn(2, 3, 8, 8), randn(5, 3, 4, 4), null, [2, 2], [1, 1]), inplace: true);
        using var detached = y.detach();
        y[0, 1] = 7f;
        Assert.Equal(7 * 16, detached[0, 1].sum().item<float>());
        detached.view(-1)[0] = -1f;
        Assert.Equal(-1, y.data<float>()[0, 0, 0, 0]);
    }

    [Fact]
    public void The_same_input_gives_the_same_bits()
    {
        var threads = get_num_threads();
        set_num_threads(2);
        var first = Run();
        Assert.Equal(first, Run());
        set_num_threads(threads);

        static string Run()
        {
            manual_seed(11);
            using var scope = NewDisposeScope();
            using var net = nn.Sequential(nn.ConvTranspose2d(16, 32, 4, 1, 0, bias: false), nn.BatchNorm2d(32), nn.ReLU(true), nn.ConvTranspose2d(32, 3, 4, 2, 1), nn.Tanh(), nn.Conv2d(3, 64, 4, 2, 1), nn.LeakyReLU(0.2, true), nn.Flatten(), nn.Linear(64 * 16, 1));
            using var adam = optim.Adam(net.parameters(), 1e-3, 0.5);
            for (var i = 0; i < 3; i++)
            {
                net.zero_grad();
                net.call(randn(16, 16, 1, 1)).square().mean().backward();
                adam.step();
            }
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(net.parameters().SelectMany(p => p.clone().bytes.ToArray()).ToArray()));
        }
    }

    [Fact]
    public void Wrong_shapes_are_errors_that_name_them()
    {
        Assert.Contains("expected input[1, 4, 8, 8] to have 3 channels, but got 4 channels instead",
            Assert.Throws<ExternalException>(() => conv2d(randn(1, 4, 8, 8), randn(5, 3, 4, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("expected input[1, 4, 8, 8] to have 3 channels, but got 4 channels instead",
            Assert.Throws<ExternalException>(() => conv_transpose2d(randn(1, 4, 8, 8), randn(3, 5, 4, 4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_transposed_convolution_has_the_observed_values() =>
        Assert.Equal("Float32[1,1,4,4] {1, 2, 2, 1, 2, 4, 4, 2}", conv_transpose2d(ones(1, 1, 2, 2), ones(1, 1, 4, 4), null, [2, 2], [1, 1]).Show());
}
