using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor made, kept, outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            made = ones(2);
            kept = (made + 1).DetachFromDisposeScope();
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(made));
        }
        Assert.True(made.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.False(outside.IsInvalid);
    }

    [Fact]
    public void Moving_outwards_survives_the_inner_scope_only()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope()) moved = ones(1).MoveToOuterDisposeScope();
            Assert.False(moved.IsInvalid);
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void Closing_an_outer_scope_closes_what_was_left_open_inside()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.Null(CurrentDisposeScope);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_training_step_leaves_nothing_behind()
    {
        using var net = nn.Sequential(nn.ConvTranspose2d(8, 4, 4, 2, 1), nn.BatchNorm2d(4), nn.ReLU(true), nn.Conv2d(4, 2, 4, 2, 1), nn.LeakyReLU(0.2, true), nn.Flatten(), nn.Linear(32, 1));
        using var adam = optim.Adam(net.parameters());
        void Step()
        {
            using var scope = NewDisposeScope();
            using var x = randn(2, 8, 4, 4).requires_grad_();
            var logits = net.call(x);
            var slope = autograd.grad([logits.sum()], [x], retain_graph: true, create_graph: true)[0];
            net.zero_grad();
            (nn.functional.softplus(logits).mean() + slope.square().sum()).backward();
            adam.step();
        }

        for (var i = 0; i < 2; i++) Step();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var live = Tensor.TotalCount;
        for (var i = 0; i < 5; i++) Step();
        Assert.Equal(live, Tensor.TotalCount);
    }

    [Fact]
    public void The_threads_statistics_count_what_lives()
    {
        var counts = DisposeScopeManager.Statistics;
        counts.Reset();
        var outside = ones(1);
        using (NewDisposeScope())
        {
            var inside = ones(1);
            ones(1).DetachFromDisposeScope().Dispose();
            Assert.Equal(2, counts.CreatedInScopeCount);
            Assert.Equal(2, counts.ThreadTotalLiveCount);
            inside.Dispose();
        }
        Assert.Equal((1, 1, 1, 1), (counts.CreatedOutsideScopeCount, counts.DetachedFromScopeCount, counts.DisposedInScopeCount, counts.DisposedOutsideScopeCount));
        outside.Dispose();
        Assert.Equal(0, counts.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_forgotten_tensor_is_freed_by_the_collector()
    {
        var before = Tensor.TotalCount;
        Forget();
        for (var i = 0; i < 20 && Tensor.TotalCount > before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.True(Tensor.TotalCount <= before, $"{Tensor.TotalCount} tensors live, {before} before");

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (var i = 0; i < 10; i++) ones(10);
        }
    }
}
