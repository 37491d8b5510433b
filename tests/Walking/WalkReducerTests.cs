using LatentWalk.Core.Latents;
using LatentWalk.Tests.Counting;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests;

public sealed class WalkReducerTests
{
    [Fact]
    public void Escape_closes_one_layer_at_a_time_and_then_opens_the_menu()
    {
        WalkState state = Walks.Begin()
            .Do(WalkAction.Press(Command.Grid))
            .Do(WalkAction.Fail("broken"))
            .Do(WalkAction.Press(Command.Help));
        state = state.Do(WalkAction.Press(Command.Cancel));
        Assert.Null(state.Problem);    // it lies over everything
        Assert.Equal(Screen.Help, state.Screen);
        state = state.Do(WalkAction.Press(Command.Cancel));
        Assert.Equal(Screen.Play, state.Screen);
        Assert.Equal(WalkMode.Grid, state.Mode);
        state = state.Do(WalkAction.Press(Command.Cancel));
        Assert.Equal(WalkMode.Fly, state.Mode);
        Assert.Null(state.Grid);
        state = state.Do(WalkAction.Press(Command.Cancel));
        Assert.Equal(Screen.Menu, state.Screen);
        Assert.Equal(Screen.Play, state.Do(WalkAction.Press(Command.Cancel)).Screen);
        Assert.False(state.Quitting);
    }

    [Fact]
    public void Truncation_eases_to_its_goal_and_stays_in_range()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Truncate(-0.3f));
        Assert.Equal(1, state.Truncation);
        state = state.Fly(Walks.Nothing, Walks.Frame);
        Assert.InRange(state.Truncation, 0.71f, 0.99f);
        state = state.Fly(Walks.Nothing, 2);
        Assert.Equal(0.7f, state.Truncation);
        Assert.False(state.IsMoving);
        Assert.Equal(1.5f, state.Do(WalkAction.Truncate(9)).Fly(Walks.Nothing, 3).Truncation);
        Assert.Equal(0, state.Do(WalkAction.Truncate(-9)).Fly(Walks.Nothing, 3).Truncation);
    }

    [Fact]
    public void A_message_fades_after_its_time()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Say("saved"));
        Assert.Equal("saved", state.Fly(Walks.Nothing, Walks.Settings.ToastSeconds - 0.1).Toast);
        Assert.Null(state.Fly(Walks.Nothing, Walks.Settings.ToastSeconds + 0.1).Toast);
    }

    [Fact]
    public void A_newer_checkpoint_of_the_same_size_keeps_the_place()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 1).Fly(Walks.Nothing, 3);
        WalkModel newer = Walks.Model with { FirstSeed = 1234 };
        WalkState entered = state.Do(WalkAction.Enter(newer));
        Assert.Equal(state.Latent(), entered.Latent());
        Assert.NotNull(entered.History);
    }

    [Fact]
    public void A_generator_of_another_size_begins_at_its_first_seed()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 1);
        WalkModel other = new(64, DirectionBasis.Random(1, 64, 3), 0.7f, 3);
        WalkState entered = state.Do(WalkAction.Enter(other));
        Assert.Equal(Latent.FromSeed(3, 64), entered.Latent());
        Assert.Equal(0.7f, entered.Truncation);
        Assert.Null(entered.History);
    }

    [Fact]
    public void Entering_at_a_place_stands_on_its_exact_bits_with_its_truncation()
    {
        Waypoint place = new(Latent.FromSeed(55, Walks.ZDim));
        WalkState entered = Walks.Begin().Do(WalkAction.Enter(Walks.Model, place, 0.6f));
        Assert.Same(place.Z, entered.Here().Z);
        Assert.Equal(0.6f, entered.Truncation);
    }

    [Fact]
    public void Advancing_a_flight_allocates_nothing()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        simulation.Advance(0.5);
        float[] z = new float[Walks.ZDim];
        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                simulation.Advance(Walks.Frame);
                simulation.State.WriteLatent(z);
            }
        }));
    }
}
