using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class AutogradTests
{
    [Fact]
    public void Gradients_add_up_until_they_are_cleared()
    {
        using var x = tensor(2f, requires_grad: true);
        Assert.Null(x.grad);
        (x * x).backward();
        (x * x * 2).backward();
        Assert.Equal("Float32[] {12}", x.grad!.Show());
        Assert.NotSame(x.grad, x.grad);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_second_derivative_needs_the_graph_created_and_kept()
    {
        using var x = tensor(3f, requires_grad: true);
        var y = x * x * x;
        var first = autograd.grad([y], [x], create_graph: true, retain_graph: true);
        Assert.Equal("Float32[] {27}", first[0].Show());
        Assert.Equal("Float32[] {18}", autograd.grad([first[0]], [x])[0].Show());
    }

    [Fact]
    public void An_input_that_was_not_used_comes_back_invalid_if_that_is_allowed()
    {
        using var x = tensor(1f, requires_grad: true);
        using var unused = tensor(1f, requires_grad: true);
        var y = x * 2;
        var found = autograd.grad([y], [x, unused], allow_unused: true);
        Assert.Equal(2, found[0].ToSingle());
        Assert.True(found[1].IsInvalid);
        Assert.Throws<ExternalException>(() => autograd.grad([x * 2], [unused]));
    }

    [Fact]
    public void Mistakes_are_errors_with_the_text_of_libtorch()
    {
        using var x = ones([2], requires_grad: true);
        Assert.StartsWith("grad can be implicitly created only for scalar outputs", Assert.Throws<ExternalException>(() => (x * 2).backward()).Message, StringComparison.Ordinal);
        Assert.StartsWith("a leaf Variable that requires grad is being used in an in-place operation.", Assert.Throws<ExternalException>(() => x.add_(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_without_gradients()
    {
        using var x = tensor(2f, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Detached_tensors_share_memory_and_no_history()
    {
        using var x = ones([2], requires_grad: true);
        using var detached = x.detach();
        detached.add_(1);
        Assert.Equal("Float32[2] {2, 2}", x.Show());
        Assert.False(detached.requires_grad);
    }

    [Fact]
    public void A_parameter_takes_over_its_tensor()
    {
        var data = ones(2);
        using var parameter = new Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        Assert.True(parameter.is_leaf);
    }

    [Fact]
    public void Clipping_scales_all_gradients_to_the_norm()
    {
        using var p = new Parameter(ones(4));
        (p * 3).sum().backward();
        Assert.Equal(6, nn.utils.clip_grad_norm_([p], 1), 5);
        Assert.Equal("Float32[4] {0.4999999, 0.4999999, 0.4999999, 0.4999999}", p.grad!.Show());
    }
}
