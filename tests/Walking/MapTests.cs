namespace LatentWalk.Walking.Tests;

public sealed class MapTests
{
    [Fact]
    public void A_click_near_a_place_flies_to_its_exact_bits()
    {
        WalkState state = Somewhere();
        History first = MapRules.Entry(state.History, state.History!.Depth - 1)!;
        WalkState back = state.Do(WalkAction.PickOnMap(state.Model.Project(first.Place.Z), 0.2f)).Fly(Walks.Nothing, 4);
        Assert.Equal(first.Place.Z, back.Latent());
        Assert.Equal(state.Latent(), back.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void A_click_on_the_way_flies_to_a_place_that_was_flown_through()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 3).Fly(Walks.Nothing, 3);
        TimeTape tape = state.Tape!;
        long middle = (tape.First + tape.End) / 2;
        WalkState back = state.Do(WalkAction.PickOnMap(tape.Place(middle), 0.01f)).Fly(Walks.Nothing, 4);
        Assert.Equal(tape.Place(middle), state.Model.Project(back.Latent()));
        Assert.Equal(state, state.Do(WalkAction.PickOnMap(new(50, 50), 0.1f)) with { IdleSeconds = state.IdleSeconds });
    }

    [Fact]
    public void Keys_go_through_the_places_while_the_face_stays_and_Enter_flies_there()
    {
        WalkState state = Somewhere().Do(WalkAction.Press(Command.Minimap));
        Assert.True(state.Minimap);
        Assert.Null(state.MapCursor);
        state = state.Do(WalkAction.Press(Command.Minimap));
        Assert.Equal(0, state.MapCursor);
        float[] here = state.Latent();
        state = state.Do(WalkAction.Press(Command.Left)).Fly(Walks.Ahead, 0.5);
        Assert.Equal(here, state.Latent());
        Assert.Equal(1, state.MapCursor);
        History chosen = MapRules.Entry(state.History, 1)!;
        state = state.Do(WalkAction.Steer(Walks.Nothing)).Do(WalkAction.Press(Command.Pick)).Fly(Walks.Nothing, 4);
        Assert.Equal(chosen.Place.Z, state.Latent());
        Assert.Null(state.MapCursor);
    }

    [Fact]
    public void The_map_key_shows_it_chooses_on_it_and_hides_it()
    {
        WalkState state = Somewhere();
        for (int i = 0; i < 3; i++)
        {
            state = state.Do(WalkAction.Press(Command.Minimap));
        }

        Assert.False(state.Minimap);
        Assert.Null(state.MapCursor);
    }

    private static WalkState Somewhere()
    {
        WalkState state = Walks.Begin();
        for (int move = 0; move < 4; move++)
        {
            state = state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4);
        }

        return state;
    }
}
