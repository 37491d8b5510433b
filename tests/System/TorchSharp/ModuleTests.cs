using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class ModuleTests
{
    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = new(ones(1));
        private readonly Sequential body = nn.Sequential(("c1", nn.Conv2d(3, 4, 3)), ("act", nn.ReLU()));
        [ComponentName(Name = "fc")] private readonly Linear _linear = nn.Linear(4, 2);
        private readonly BatchNorm2d bn_ = nn.BatchNorm2d(4);
        private readonly Tensor buf = zeros(2);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public Parameter Scale => scale;

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return _linear.call(bn_.call(body.call(input)).mean([2, 3]) * scale).MoveToOuterDisposeScope();
        }
    }

    private static readonly string[] s_names =
    [
        "scale", "body.c1.weight", "body.c1.bias", "fc.weight", "fc.bias", "bn_.weight", "bn_.bias",
        "buf", "bn_.running_mean", "bn_.running_var", "bn_.num_batches_tracked",
    ];

    [Fact]
    public void Components_are_registered_by_field_and_the_state_has_parameters_before_buffers()
    {
        using var net = new Net();
        Assert.Equal(s_names, net.state_dict().Keys);
        Assert.Equal(s_names[..7], net.named_parameters().Select(p => p.name));
        Assert.Equal(s_names[7..], net.named_buffers().Select(b => b.name));
        Assert.Same(net.Scale, net.state_dict()["scale"]);
    }

    [Fact]
    public void Loading_a_state_copies_into_the_live_tensors()
    {
        using var net = new Net();
        using var other = new Net();
        other.Scale.detach().fill_(3);
        net.load_state_dict(other.state_dict());
        Assert.Equal(3, net.Scale.item<float>());
        Assert.Equal(s_names.Length, net.state_dict().Count(pair => pair.Value.eq(other.state_dict()[pair.Key]).all().item<bool>()));
    }

    [Fact]
    public void A_state_of_other_names_is_refused_unless_asked_for()
    {
        using var net = new Net();
        var state = net.state_dict();
        state.Remove("scale");
        state["zz"] = ones(1);
        Assert.Equal("The loaded state_dict is not identical to the target dictionary.", Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state)).Message);
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.Equal(["scale"], missing);
        Assert.Equal(["zz"], unexpected);
    }

    [Fact]
    public void A_state_of_other_shapes_is_an_error()
    {
        using var net = new Net();
        var state = net.state_dict();
        state["fc.bias"] = ones(3);
        Assert.StartsWith("The size of tensor a (2) must match the size of tensor b (3)", Assert.Throws<ExternalException>(() => net.load_state_dict(state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_and_evaluation_reach_every_child()
    {
        using var net = new Net();
        Assert.True(net.training);
        using var pictures = randn(2, 3, 8, 8);
        net.call(pictures);
        Assert.Equal(1, net.state_dict()["bn_.num_batches_tracked"].item<long>());
        net.eval();
        net.call(pictures);
        Assert.Equal(1, net.state_dict()["bn_.num_batches_tracked"].item<long>());
        Assert.All(net.named_children(), child => Assert.False(child.module.training));
    }

    [Fact]
    public void Clearing_gradients_takes_them_away()
    {
        using var net = new Net();
        net.call(randn(2, 3, 8, 8)).sum().backward();
        Assert.NotNull(net.Scale.grad);
        net.zero_grad();
        Assert.Null(net.Scale.grad);
    }

    [Fact]
    public void Parameters_survive_the_scope_they_were_made_in()
    {
        Net net;
        using (NewDisposeScope()) net = new Net();
        Assert.All(net.state_dict().Values, tensor => Assert.False(tensor.IsInvalid));
        net.Dispose();
    }

    [Fact]
    public void A_name_is_taken_only_once()
    {
        using var net = new Net();
        Assert.Equal("Sub-module fc is already registered.", Assert.Throws<InvalidOperationException>(() => net.register_module("fc", nn.ReLU())).Message);
    }

    [Fact]
    public void A_layer_without_bias_or_without_scale_has_none()
    {
        Assert.Null(nn.Conv2d(1, 1, 1, bias: false).bias);
        Assert.Null(nn.BatchNorm2d(1, affine: false).weight);
    }
}
