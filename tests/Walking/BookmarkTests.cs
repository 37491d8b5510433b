namespace LatentWalk.Walking.Tests;

public sealed class BookmarkTests
{
    [Fact]
    public void An_empty_number_takes_the_face_and_a_taken_one_flies_to_it()
    {
        WalkState start = Walks.Begin().Do(WalkAction.Press(Command.Bookmark3));
        Favourite kept = Assert.Single(start.Favourites);
        Assert.Equal((3, "seed 7"), (kept.Bookmark, kept.Name));
        WalkState away = start.Do(WalkAction.Truncate(-0.3f)).Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4);
        WalkState back = away.Do(WalkAction.Press(Command.Bookmark3)).Fly(Walks.Nothing, 4);
        Assert.Equal(start.Latent(), back.Latent());
        Assert.Equal(1, back.TruncationGoal);
        Assert.Equal(away.Latent(), back.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void With_the_precise_key_a_number_is_given_anew_and_the_old_face_stays_kept()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Bookmark1)).Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4)
            .Do(WalkAction.Steer(new FlightInput(default, Precise: true))).Do(WalkAction.Press(Command.Bookmark1));
        Assert.Equal([null, 1], state.Favourites.Select(favourite => favourite.Bookmark));
        Assert.Equal(state.Latent(), state.Favourites[1].Place.Z);
    }

    [Fact]
    public void A_face_of_another_generator_is_not_flown_to_but_named()
    {
        WalkState state = Walks.Begin().Do(WalkAction.SetFavourites([new Favourite(Waypoint.OfSeed(1, 12), 1, [], "seed 1", 2)]));
        WalkState pressed = state.Do(WalkAction.Press(Command.Bookmark2));
        Assert.Equal(state.Latent(), pressed.Latent());
        Assert.Contains("12 numbers, not 100", pressed.Toast, StringComparison.Ordinal);
    }
}
