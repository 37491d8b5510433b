using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Tests;

public sealed class UndoTests
{
    [Fact]
    public void Redo_gives_back_every_place_that_undo_took()
    {
        List<float[]> places = [];
        WalkState state = Walks.Begin();
        for (int move = 0; move < 8; move++)
        {
            places.Add(state.Latent());
            state = state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4);
        }

        float[] end = state.Latent();
        for (int move = 0; move < 8; move++)
        {
            state = state.Do(WalkAction.Press(Command.Undo));    // faster than the glides
        }

        Assert.Equal(places[0], state.Fly(Walks.Nothing, 1).Latent());
        for (int move = 1; move < 8; move++)
        {
            state = state.Do(WalkAction.Press(Command.Redo)).Fly(Walks.Nothing, 1);
            Assert.Equal(places[move], state.Latent());
        }

        state = state.Do(WalkAction.Press(Command.Redo)).Fly(Walks.Nothing, 1);
        Assert.Equal(end, state.Latent());
        Assert.Null(state.Future);
        Assert.Equal(state with { IdleSeconds = 0 }, state.Do(WalkAction.Press(Command.Redo)));
    }

    [Fact]
    public void A_new_move_ends_what_could_be_redone()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4);
        state = state.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1);
        Assert.NotNull(state.Future);
        Assert.Null(state.Fly(Walks.Ahead, 0.2).Future);
    }

    [Fact]
    public void A_change_of_truncation_is_taken_back_like_a_move()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Truncate(-0.2f)).Do(WalkAction.Truncate(-0.2f)).Fly(Walks.Nothing, 2);
        Assert.Equal(0.6f, state.Truncation, 1e-6f);
        state = state.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 2);
        Assert.Equal(1, state.Truncation);
        Assert.Null(state.History);
        Assert.Equal(0.6f, state.Do(WalkAction.Press(Command.Redo)).Fly(Walks.Nothing, 2).Truncation, 1e-6f);
    }

    [Fact]
    public void A_class_is_chosen_and_taken_back()
    {
        WalkModel model = Walks.Model with { Classes = 4 };
        WalkState state = WalkState.Begin(model, 1);
        Assert.Equal([1, 0, 0, 0], state.Classes);
        state = state.Do(WalkAction.Press(Command.PreviousClass));
        Assert.Equal([0, 0, 0, 1], state.Classes);
        Assert.False(state.AnyClass);
        state = state.Do(WalkAction.Press(Command.NextClass));
        Assert.Equal([0, 0, 0, 1], state.Classes);
        Assert.True(state.AnyClass);
        state = state.Do(WalkAction.Press(Command.NextClass)).Do(WalkAction.Press(Command.NextClass));
        Assert.Equal([0, 1, 0, 0], state.Classes);
        state = state.Do(WalkAction.Press(Command.Undo)).Do(WalkAction.Press(Command.Undo)).Do(WalkAction.Press(Command.Undo));
        Assert.Equal([1, 0, 0, 0], state.Classes);
        Assert.Equal(Latent.FromSeed(model.FirstSeed, Walks.ZDim), state.Latent());
    }
}
