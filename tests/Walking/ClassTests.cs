using Xunit;

namespace LatentWalk.Walking.Tests;

/// <summary>Classes on the way: they change with the place, and not at once.</summary>
public sealed class ClassTests
{
    private static readonly WalkModel Model = Walks.Model with { Classes = 4, ClassNames = ["red", "green", "blue", "white"] };

    [Fact]
    public void New_faces_are_of_all_classes()
    {
        WalkState state = WalkState.Begin(Model, 1);
        HashSet<int> seen = [];
        for (int i = 0; i < 20; i++)
        {
            state = state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 10);
            seen.Add(Whole(state));
        }

        Assert.Equal([0, 1, 2, 3], seen.Order());
    }

    [Fact]
    public void A_class_glides_into_the_next_with_the_face_and_back_again()
    {
        WalkState begin = WalkState.Begin(Model, 1);
        WalkState left = Leave(begin);
        WalkState middle = left.Fly(Walks.Nothing, left.Journey!.Seconds / 2);
        Assert.Equal(1, middle.Classes.Sum(), 1e-5f);
        Assert.Equal(0.5f, middle.Classes[0], 0.1f);

        WalkState there = left.Fly(Walks.Nothing, 10);
        WalkState back = there.Do(WalkAction.Press(Command.Undo));
        Assert.Same(there.Classes, back.Classes);
        Assert.InRange(back.Fly(Walks.Nothing, Walks.Settings.BackSeconds / 2).Classes[0], 0.1f, 0.9f);
        back = back.Fly(Walks.Nothing, 4);
        Assert.Same(begin.Classes, back.Classes);
        Assert.Same(there.Classes, back.Do(WalkAction.Press(Command.Redo)).Fly(Walks.Nothing, 4).Classes);
    }

    [Fact]
    public void Whoever_stops_on_the_way_keeps_the_mixture_and_can_take_it_back()
    {
        WalkState begin = WalkState.Begin(Model, 1);
        WalkState left = Leave(begin);

        WalkState flown = left.Fly(Walks.Nothing, left.Journey!.Seconds / 2).Fly(Walks.Ahead, 0.5).Fly(Walks.Nothing, 4);

        Assert.InRange(flown.Classes[0], 0.3f, 0.7f);
        WalkState back = flown.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 4).Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 4);
        Assert.Same(begin.Classes, back.Classes);
    }

    [Fact]
    public void Time_backwards_brings_the_class_along()
    {
        WalkState begin = WalkState.Begin(Model, 1);
        Simulation simulation = new(Walks.Settings, Leave(begin));
        Run(simulation, 10);
        Assert.Equal(0, simulation.State.Classes[0]);

        simulation.Do(WalkAction.Steer(new FlightInput { Rewind = true }));
        Run(simulation, 10);

        Assert.Equal(1, simulation.State.Classes[0], 0.02f);
    }

    [Fact]
    public void A_class_that_was_chosen_stays_until_any_is()
    {
        WalkState state = WalkState.Begin(Model, 1).Do(WalkAction.Press(Command.NextClass));
        Assert.Equal("new faces: green only", state.Toast);
        for (int i = 0; i < 10; i++)
        {
            state = state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 10);
            Assert.Equal(1, Whole(state));
        }

        state = state.Do(WalkAction.Press(Command.PreviousClass));
        Assert.Equal(("new faces: red only", false), (state.Toast, state.AnyClass));
        state = state.Do(WalkAction.Press(Command.PreviousClass));
        Assert.Equal(("new faces: of any class", true), (state.Toast, state.AnyClass));
        Assert.Equal(0, Whole(state));
    }

    [Fact]
    public void A_walk_by_itself_goes_through_classes()
    {
        WalkState attract = WalkState.Begin(Model, 1).Do(WalkAction.Press(Command.Attract));

        Assert.True(attract.Attract!.Loop.Frames.Select(frame => Array.IndexOf(frame.Classes, 1f)).Distinct().Count() > 2);
    }

    [Fact]
    public void A_generator_with_one_class_or_none_has_nothing_to_choose()
    {
        Assert.False(WalkState.Begin(Walks.Model, 1).AnyClass);
        WalkState one = WalkState.Begin(Walks.Model with { Classes = 1 }, 1).Do(WalkAction.Press(Command.NextClass)).Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 10);
        Assert.Equal([1f], one.Classes);
    }

    /// <summary>Off to a face of another class.</summary>
    private static WalkState Leave(WalkState state)
    {
        uint draw = state.Draws;
        while (state.DrawClasses(draw)[0] == 1)
        {
            draw++;
        }

        return (state with { Draws = draw }).Do(WalkAction.Press(Command.Random));
    }

    private static int Whole(WalkState state)
    {
        Assert.Equal(1, state.Classes.Sum());
        return Array.IndexOf(state.Classes, 1f);
    }

    private static void Run(Simulation simulation, double seconds)
    {
        for (double left = seconds; left > 1e-9; left -= Walks.Frame)
        {
            simulation.Advance(Walks.Frame);
        }
    }
}
