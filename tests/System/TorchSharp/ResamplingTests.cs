using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.StandIns.Tests.TorchSharp;

/// <summary>Larger and smaller pictures: values that the real library was seen to give, and gradients of gradients.</summary>
[Collection(TorchGroup.Name)]
public sealed class ResamplingTests
{
    private static Tensor Picture => tensor(Enumerable.Range(0, 16).Select(i => (float)i).ToArray(), [1, 1, 4, 4]);

    [Fact]
    public void Observed_values_come_out()
    {
        Assert.Equal("Float32[1,1,8,8] {0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3}", interpolate(Picture, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false).Show());
        Assert.Equal("Float32[1,1,2,2] {0, 2, 8, 10}", interpolate(Picture, size: [2, 2]).Show());
        Assert.Equal("Float32[1,1,2,2] {2.5, 4.5, 10.5, 12.5}", avg_pool2d(Picture, 2).Show());
    }

    [Fact]
    public void Neither_size_nor_scale_or_both_is_refused()
    {
        Assert.Throws<ArgumentException>(() => interpolate(Picture));
        Assert.Throws<ArgumentException>(() => interpolate(Picture, size: [2, 2], scale_factor: [2, 2]));
        Assert.Throws<ArgumentException>(() => interpolate(Picture, size: [2, 2], align_corners: false));
    }

    [Fact]
    public void Gradients_can_be_differentiated_again()
    {
        foreach (Func<Tensor, Tensor> resample in new Func<Tensor, Tensor>[]
        {
            x => interpolate(x, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false),
            x => avg_pool2d(x, 2),
        })
        {
            var picture = Picture.to(float64).requires_grad_();
            var first = autograd.grad([resample(picture).pow(3).sum()], [picture], retain_graph: true, create_graph: true)[0];
            var second = autograd.grad([first.square().sum()], [picture], retain_graph: true)[0];

            const double shift = 1e-4;
            double Penalty(int index, double by)
            {
                var moved = Picture.to(float64);
                moved.view(-1)[index] += by;
                moved.requires_grad_();
                return autograd.grad([resample(moved).pow(3).sum()], [moved])[0].square().sum().ToDouble();
            }

            foreach (int index in new[] { 0, 5, 10, 15 })
            {
                double expected = (Penalty(index, shift) - Penalty(index, -shift)) / (2 * shift);
                Assert.Equal(expected, second.view(-1)[index].ToDouble(), 1e-4 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 4)]
    [InlineData(32, 16)]
    public void A_convolution_in_groups_equals_the_operator_of_that_name(int channels, int groupSize)
    {
        manual_seed(3);
        var x = randn(3, channels, 9, 9).requires_grad_();
        var w = (randn(channels, groupSize, 3, 3) * 0.1).requires_grad_();
        var fast = conv2d(x, w, null, [1, 1], [1, 1], null, channels / groupSize);
        var plain = PlainConv2d(x, w, null, [1, 1], [1, 1], null, channels / groupSize);
        Assert.InRange(fast.DifferenceTo(plain), 0, 1e-5);

        var seed = randn(plain.shape);
        var fastGradients = autograd.grad([fast], [x, w], [seed], retain_graph: true, create_graph: true);
        var plainGradients = autograd.grad([plain], [x, w], [seed], retain_graph: true, create_graph: true);
        var fastAgain = autograd.grad([fastGradients[0].square().sum()], [w], retain_graph: true)[0];
        var plainAgain = autograd.grad([plainGradients[0].square().sum()], [w], retain_graph: true)[0];
        Assert.InRange(fastGradients[0].DifferenceTo(plainGradients[0]), 0, 2e-5);
        Assert.InRange(fastGradients[1].DifferenceTo(plainGradients[1]), 0, 2e-5);
        Assert.InRange(fastAgain.DifferenceTo(plainAgain), 0, 2e-5);
    }
}
