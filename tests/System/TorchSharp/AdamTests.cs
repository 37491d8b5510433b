using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class AdamTests : IDisposable
{
    private readonly Parameter _p = new(tensor([1f, -2]));

    public void Dispose() => _p.Dispose();

    private void Step(Adam adam)
    {
        adam.zero_grad();
        (_p * _p).sum().backward();
        Assert.Null(adam.step());
    }

    [Fact]
    public void Two_steps_go_where_the_real_one_goes()
    {
        using var adam = optim.Adam([_p], lr: 0.1, beta1: 0.5);
        Step(adam);
        Step(adam);
        Assert.Equal("Float32[2] {0.8018876, -1.800886}", _p.Show());
        var state = (Adam.State)Assert.Single(adam.state_dict().State);
        Assert.Equal(2, state.step);
        Assert.Equal("Float32[2] {1.4, -2.9}", state.exp_avg.Show());
    }

    [Fact]
    public void The_state_is_live_and_in_the_order_of_the_parameters()
    {
        using var second = new Parameter(ones(3));
        using var adam = optim.Adam([_p, second], lr: 0.1);
        var states = adam.state_dict().State.Cast<Adam.State>().ToArray();
        Assert.Equal([2L], states[0].exp_avg.shape);
        Assert.Equal([3L], states[1].exp_avg_sq.shape);
        states[0].exp_avg.fill_(5);
        states[0].step = 41;
        Step(adam);
        Assert.Equal(42, states[0].step);
        Assert.Equal("Float32[2] {4.7, 4.1}", states[0].exp_avg.Show());
        Assert.Equal(0, states[1].step);
    }

    [Fact]
    public void The_learning_rate_can_be_changed_between_steps()
    {
        using var adam = optim.Adam([_p], lr: 0.1);
        foreach (var group in adam.ParamGroups) group.LearningRate = 0;
        Step(adam);
        Assert.Equal("Float32[2] {1, -2}", _p.Show());
    }

    [Fact]
    public void Clearing_fills_gradients_with_zeros()
    {
        using var adam = optim.Adam([_p]);
        adam.zero_grad();
        Assert.Null(_p.grad);
        Step(adam);
        adam.zero_grad();
        Assert.Equal("Float32[2] {0, 0}", _p.grad!.Show());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1003)]
    [InlineData(70001)]
    public void The_fused_step_gives_the_bits_of_the_plain_one(int size)
    {
        manual_seed(9);
        using var start = randn(size);
        using var gradient = randn(size) * 0.1;
        Assert.Equal(Run(plain: true), Run(plain: false));

        string Run(bool plain)
        {
            Adam.PlainOnly = plain;
            using var p = new Parameter(start.clone());
            using var adam = optim.Adam([p], lr: 3e-3, beta1: 0.5, beta2: 0.99);
            for (var i = 1; i <= 5; i++)
            {
                p.grad = gradient * i;
                adam.step();
            }
            Adam.PlainOnly = false;
            return Convert.ToHexString(p.bytes) + Convert.ToHexString(((Adam.State)adam.state_dict().State[0]).exp_avg_sq.bytes);
        }
    }
}
