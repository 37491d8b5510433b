using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Walking.Tests;

public sealed class MovesTests
{
    [Fact]
    public void A_walk_begins_on_the_exact_bits_of_its_seed()
    {
        Assert.Equal(Latent.FromSeed(7, Walks.ZDim), Walks.Begin().Latent());
        Assert.Equal(7ul, Walks.Begin().Home);
    }

    [Fact]
    public void Back_returns_to_the_exact_bits_of_the_start_of_each_move()
    {
        List<float[]> starts = [];
        WalkState state = Walks.Begin();
        for (int move = 0; move < 12; move++)
        {
            starts.Add(state.Latent());
            state = (move % 3) switch
            {
                0 => state.Fly(new(new Vector3(1, move % 2, -1)), 0.7),    // and coasts into the next move
                1 => state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 0.9),
                _ => state.Fly(Walks.Ahead, 0.4).Fly(Walks.Nothing, 3),
            };
        }

        for (int move = starts.Count - 1; move >= 0; move--)
        {
            state = state.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1);
            Assert.Equal(starts[move], state.Latent());
        }

        Assert.Null(state.History);
        Assert.Equal(state with { IdleSeconds = 0 }, state.Do(WalkAction.Press(Command.Undo)));
    }

    [Fact]
    public void Pressing_back_twice_at_once_goes_two_moves_back()
    {
        WalkState start = Walks.Begin();
        WalkState state = start.Fly(Walks.Ahead, 0.5).Fly(Walks.Nothing, 3).Fly(Walks.Ahead, 0.5).Fly(Walks.Nothing, 3);
        state = state.Do(WalkAction.Press(Command.Undo)).Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1);
        Assert.Equal(start.Latent(), state.Latent());
        Assert.Equal(0, state.Travelled);
    }

    [Fact]
    public void Space_flies_to_a_seed_and_arrives_on_its_exact_bits()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Random));
        Waypoint to = state.Journey!.To;
        float whole = Sphere.Angle(state.Latent(), to.Z);
        float before = whole;
        while (state.Journey is not null)
        {
            state = state.Fly(Walks.Nothing, Walks.Frame);
            float left = Sphere.Angle(state.Latent(), to.Z);
            Assert.True(left <= before + 1e-4f, "went away from the destination");
            Assert.True(before - left < whole * 0.06f, "jumped");
            before = left;
        }

        Assert.Equal(Latent.FromSeed(to.Seed!.Value, Walks.ZDim), state.Latent());
        Assert.Equal(to.Seed, state.Home);
        Assert.InRange(to.Seed!.Value, 0ul, 999_999ul);
    }

    [Fact]
    public void The_same_walk_seed_draws_the_same_destinations_and_another_draws_others()
    {
        ulong[] Draw(ulong seed) => [.. Enumerable.Range(0, 8).Select(i => WalkState.Begin(Walks.Model, seed).DrawSeed((uint)i))];
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
        Assert.Equal(8, Draw(1).Distinct().Count());
    }

    [Fact]
    public void The_auto_walk_goes_on_from_face_to_face_until_it_is_stopped()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.AutoWalk));
        HashSet<ulong> homes = [];
        for (int frame = 0; frame < 60 * 40; frame++)
        {
            float[] before = state.Latent();
            state = state.Fly(Walks.Nothing, Walks.Frame);
            Assert.True(Sphere.Angle(before, state.Latent()) < 0.03f, $"jumped in frame {frame}");
            homes.Add(state.Home!.Value);
        }

        Assert.True(state.AutoWalk);
        Assert.True(homes.Count >= 10, $"visited {homes.Count} faces in 40 s");
        state = state.Do(WalkAction.Press(Command.AutoWalk));
        Assert.False(state.AutoWalk);
        Assert.Equal(state.Latent(), state.Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void A_flight_key_takes_over_from_a_journey_without_a_jump()
    {
        WalkState riding = Walks.Begin().Do(WalkAction.Press(Command.AutoWalk)).Fly(Walks.Nothing, 1);
        WalkState flying = riding.Fly(Walks.Ahead, Walks.Frame);
        Assert.False(flying.AutoWalk);
        Assert.Null(flying.Journey);
        Assert.True(Sphere.Angle(riding.Latent(), flying.Latent()) < 0.02f);
    }

    [Fact]
    public void A_new_move_while_coasting_keeps_the_speed_and_does_not_jump()
    {
        WalkState coasting = Walks.Begin().Fly(Walks.Ahead, 1).Fly(Walks.Nothing, 0.1);
        WalkState next = coasting.Fly(Walks.Ahead, Walks.Frame);
        Assert.True(Sphere.Angle(coasting.Latent(), next.Latent()) < Walks.Settings.Speed * Walks.Frame * 1.1);
        Assert.True(next.Velocity.X >= coasting.Velocity.X);
    }

    [Fact]
    public void Dragging_flies_in_the_plane_of_the_first_two_directions_and_keeps_the_speed_of_the_hand()
    {
        WalkState held = Walks.Begin().Do(WalkAction.DragStart);
        float[] before = held.Latent();
        WalkState dragged = held;
        for (int i = 0; i < 20; i++)
        {
            dragged = dragged.Do(WalkAction.DragBy(new Vector2(0.01f, 0))).Fly(Walks.Nothing, Walks.Frame);
        }

        Assert.Equal(0.2f, Sphere.Angle(before, dragged.Latent()), 1e-3f);
        WalkState thrown = dragged.Do(WalkAction.DragEnd);
        Assert.InRange(thrown.Velocity.Y, 0.5f, 0.61f);
        WalkState standing = thrown.Fly(Walks.Nothing, 4);
        Assert.False(standing.IsMoving);
        Assert.True(Sphere.Angle(before, standing.Latent()) > 0.25f);
        Assert.Equal(before, standing.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void Holding_the_mouse_still_before_letting_go_throws_nothing()
    {
        WalkState state = Walks.Begin().Do(WalkAction.DragStart).Do(WalkAction.DragBy(new Vector2(0.3f, 0.1f)));
        state = state.Fly(Walks.Nothing, 0.6).Do(WalkAction.DragEnd);
        Assert.True(state.Velocity.Length() < Walks.Settings.RestSpeed * 2);
    }
}
