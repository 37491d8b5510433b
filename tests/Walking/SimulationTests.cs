using System.Numerics;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Tests;

public sealed class SimulationTests
{
    [Theory]
    [InlineData(1.0 / 24)]
    [InlineData(1.0 / 75)]
    [InlineData(1.0 / 144)]
    [InlineData(0.0213)]
    public void The_same_actions_at_the_same_steps_end_on_the_same_bits_at_any_frame_rate(double frame)
    {
        List<(long Step, WalkAction Action)> heard = [];
        Simulation played = new(Walks.Settings, Walks.Begin()) { Heard = (step, action) => heard.Add((step, action)) };
        Random random = new(5);
        for (int i = 0; i < 60; i++)
        {
            played.Do(i % 3 == 0
                ? WalkAction.Press((Command)random.Next((int)Command.Random, (int)Command.NextAxes + 1))
                : WalkAction.Steer(new(new Vector3(random.Next(-1, 2), random.Next(-1, 2), 0), 0, random.Next(2) == 0, false, i % 7 == 0)));
            played.Advance(frame);
            played.Advance(frame * 3);
        }

        Simulation replayed = new(Walks.Settings, Walks.Begin());
        foreach ((long step, WalkAction action) in heard)
        {
            Run(replayed, step);
            replayed.Do(action);
        }

        Run(replayed, played.StepCount);
        Assert.Equal((played.State with { Remainder = 0 }).Latent(), replayed.State.Latent());
        Assert.Equal(played.State.History!.Depth, replayed.State.History!.Depth);
    }

    [Fact]
    public void Axes_follow_any_three_directions()
    {
        WalkModel model = Walks.Model with { Directions = DirectionBasis.Random(5, Walks.ZDim, 8) };
        WalkState state = WalkState.Begin(model, 1).Do(WalkAction.Press(Command.NextAxes));
        Assert.Equal(new AxisTriple(3, 4, 5), state.Axes);
        state = state.Do(WalkAction.Press(Command.NextForwardAxis)).Do(WalkAction.Press(Command.NextThirdAxis));
        Assert.Equal(new AxisTriple(6, 4, 7), state.Axes);
        float[] before = state.Latent();
        float[] after = state.Fly(Walks.Ahead, 1).Latent();
        float[] expected = [.. before];
        Sphere.Step(expected, model.Directions[6].Vector, Sphere.Angle(before, after));
        float apart = Sphere.Angle(expected, after);
        Assert.True(apart < 2e-3f, $"{apart} rad beside the direction");
    }

    [Fact]
    public void Gains_and_pace_change_the_speed_along_their_axis()
    {
        WalkModel model = Walks.Model with { Gains = [2, 0.5f, 1] };
        WalkState start = WalkState.Begin(model, 1);
        float Flown(Vector3 thrust, float pace) =>
            Sphere.Angle(start.Latent(), start.Do(WalkAction.Pace(pace)).Fly(new FlightInput(thrust), 0.8).Latent());
        Assert.Equal(4, Flown(Vector3.UnitX, 1) / Flown(Vector3.UnitY, 1), 0.05f);
        Assert.Equal(0.5f, Flown(Vector3.UnitX, 0.5f) / Flown(Vector3.UnitX, 1), 0.02f);
    }

    private static void Run(Simulation simulation, long step)
    {
        while (simulation.StepCount < step)
        {
            simulation.Step();
        }
    }
}
