using LatentWalk.Core.Latents;
using LatentWalk.Tests.Counting;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class JourneyModeTests
{
    [Theory]
    [InlineData(Easing.Linear)]
    [InlineData(Easing.Smooth)]
    [InlineData(Easing.Flowing)]
    public void A_closed_loop_passes_every_key_frame_on_time_and_ends_where_it_began(Easing easing)
    {
        JourneyPlan plan = Plan(4, 8, easing, closed: true);
        float[] z = new float[Walks.ZDim];
        for (int frame = 0; frame < 4; frame++)
        {
            plan.WriteLatent(plan.TimeOf(frame), z);
            Assert.Equal(plan.Frames[frame].Place.Z, z);
        }

        plan.WriteLatent(8, z);
        Assert.Equal(plan.Frames[0].Place.Z, z);
        float[] again = new float[Walks.ZDim];
        plan.WriteLatent(3.3, z);
        plan.WriteLatent(3.3 + 5 * 8, again);
        Assert.True(Sphere.Angle(z, again) < 1e-4f);
    }

    [Theory]
    [InlineData(Easing.Linear)]
    [InlineData(Easing.Smooth)]
    [InlineData(Easing.Flowing)]
    public void No_easing_jumps(Easing easing)
    {
        JourneyPlan plan = Plan(5, 5, easing, closed: true);
        float[] before = new float[Walks.ZDim];
        float[] next = new float[Walks.ZDim];
        plan.WriteLatent(0, before);
        for (int i = 1; i <= 600; i++)
        {
            plan.WriteLatent(i / 120.0, next);
            Assert.True(Sphere.Angle(before, next) < 0.05f, $"{easing} jumps at {i / 120.0} s");
            next.CopyTo(before, 0);
        }
    }

    [Fact]
    public void Playback_is_at_the_key_frames_on_the_second_however_long_it_runs()
    {
        WalkState state = Planned(4).Do(WalkAction.Press(Command.AutoWalk));
        Simulation simulation = new(Walks.Settings, state);
        for (int step = 1; step <= 120 * 80; step++)
        {
            simulation.Step();
            if (step % 240 == 0)
            {
                float[] key = state.Route!.Plan.Frames[step / 240 % 4].Place.Z;
                Assert.True(Sphere.Angle(key, simulation.State.Latent()) < 1e-4f, $"off the beat after {step / 120} s");
            }
        }
    }

    [Fact]
    public void Faces_are_added_where_one_is_and_taken_out_again()
    {
        WalkState state = Planned(3);
        Assert.Equal(3, state.Route!.Plan.Frames.Count);
        Assert.Same(state.Here(), state.Route.Plan.Frames[2].Place);
        IReadOnlyList<Waypoint> before = state.Route.Places;
        state = state.Do(WalkAction.Press(Command.TruncationDown));
        Assert.Equal(before.Take(2), state.Route!.Places);
        state = state.Do(WalkAction.Press(Command.Undo));
        Assert.Equal(before, state.Route!.Places);
    }

    [Fact]
    public void The_plan_outlasts_the_mode_and_a_click_flies_to_a_key_frame()
    {
        WalkState state = Planned(3).Do(WalkAction.Press(Command.Fly)).Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4)
            .Do(WalkAction.Press(Command.Journey)).Do(WalkAction.PickTile(1)).Fly(Walks.Nothing, 4);
        Assert.Equal(state.Route!.Plan.Frames[1].Place.Z, state.Latent());
    }

    [Fact]
    public void Seconds_and_speed_change_under_way_without_a_jump()
    {
        WalkState state = Planned(4).Do(WalkAction.Press(Command.AutoWalk)).Fly(Walks.Nothing, 3.1);
        float[] here = state.Latent();
        Assert.True(Sphere.Angle(here, state.Do(WalkAction.Slide(JourneySliders.SecondsRow, 0.9f)).Latent()) < 1e-3f);
        Assert.True(Sphere.Angle(here, state.Do(WalkAction.Slide(JourneySliders.SpeedRow, 0.9f)).Latent()) < 1e-3f);
    }

    [Fact]
    public void Flying_takes_over_from_the_playback_where_it_is()
    {
        WalkState state = Planned(4).Do(WalkAction.Press(Command.AutoWalk)).Fly(Walks.Nothing, 1.3);
        float[] here = state.Latent();
        WalkState flying = state.Do(WalkAction.Steer(Walks.Ahead)).Do(WalkAction.Step);
        Assert.Null(flying.Playback);
        Assert.True(Sphere.Angle(here, flying.Latent()) < 0.02f);
    }

    [Fact]
    public void An_open_journey_waits_at_its_end()
    {
        WalkState state = Planned(3).Do(WalkAction.Slide(JourneySliders.LoopRow, 0)).Do(WalkAction.Press(Command.AutoWalk)).Fly(Walks.Nothing, 12);
        Assert.Equal(state.Route!.Plan.Frames[2].Place.Z, state.Latent());
        Assert.Equal(0, state.PlaySpeed);
    }

    [Fact]
    public void Nothing_is_allocated_while_it_plays()
    {
        WalkState state = Planned(4).Do(WalkAction.Press(Command.AutoWalk)).Fly(Walks.Nothing, 0.5);
        PictureOrder order = new();
        IWalkMode mode = Walks.Reducer.Modes.Of(WalkMode.Journey);
        Assert.Equal(0, Allocated.By(() =>
        {
            state = Walks.Reducer.Reduce(state, WalkAction.Step);
            order.Begin(state);
            mode.Order(state, order);
        }));
    }

    private static JourneyPlan Plan(int frames, double seconds, Easing easing, bool closed) => new(
        [.. Enumerable.Range(1, frames).Select(seed => new KeyFrame(Waypoint.OfSeed((ulong)seed, Walks.ZDim), 1, []))], seconds, easing, closed);

    private static WalkState Planned(int frames)
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Journey)).Do(WalkAction.Press(Command.Pick));
        for (int frame = 1; frame < frames; frame++)
        {
            state = state.Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4).Do(WalkAction.Press(Command.Pick));
        }

        return state;
    }
}
