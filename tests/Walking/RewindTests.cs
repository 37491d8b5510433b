using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Tests.Counting;

namespace LatentWalk.Walking.Tests;

public sealed class RewindTests
{
    private static readonly FlightInput Back = new(Vector3.Zero, Rewind: true);

    [Fact]
    public void The_rewind_key_runs_back_along_the_way_at_twice_the_speed()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        List<float[]> flown = Record(simulation, 240);
        simulation.Do(WalkAction.Steer(Back));
        List<float[]> back = Record(simulation, 110);
        for (int i = 10; i < back.Count; i++)
        {
            float apart = Sphere.Angle(back[i], flown[^1]) - Sphere.Angle(flown[^(2 * (i + 1))], flown[^1]);
            Assert.True(MathF.Abs(apart) < 0.03f, $"{apart} rad beside the way after {i} steps");
        }
    }

    [Fact]
    public void Time_goes_on_from_where_rewinding_stopped_and_the_rewinding_can_be_taken_back()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        simulation.Advance(0.25 * 8);
        Record(simulation, 360);
        simulation.Do(WalkAction.Steer(default));
        Record(simulation, 400);
        float[] end = simulation.State.Latent();
        simulation.Do(WalkAction.Steer(Back));
        Record(simulation, 120);
        float[] stopped = simulation.State.Latent();
        simulation.Do(WalkAction.Steer(default));
        Record(simulation, 1);
        Assert.False(simulation.State.Rewinding);
        Assert.Equal(stopped, simulation.State.Latent());
        Assert.True(Sphere.Angle(end, stopped) > 0.3f);
        simulation.Do(WalkAction.Press(Command.Undo));
        Record(simulation, 120);
        Assert.Equal(end, simulation.State.Latent());
    }

    [Fact]
    public void Rewinding_to_the_beginning_stops_there_and_allocates_nothing_on_the_way()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        Record(simulation, 12);
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        Record(simulation, 2880);
        simulation.Do(WalkAction.Steer(Back));
        float[] z = new float[Walks.ZDim];
        void Rewind()
        {
            for (int i = 0; i < 200; i++)
            {
                simulation.Step();
                simulation.State.WriteLatent(z);
            }
        }

        Assert.Equal(0, Allocated.By(Rewind));
        float[] beginning = Latent.FromSeed(Walks.Model.FirstSeed, Walks.ZDim);
        Assert.NotEqual(beginning, z);
        Record(simulation, 300);
        simulation.State.WriteLatent(z);
        Assert.Equal(beginning, z);
    }

    private static List<float[]> Record(Simulation simulation, int steps)
    {
        List<float[]> latents = [];
        for (int i = 0; i < steps; i++)
        {
            simulation.Step();
            latents.Add(simulation.State.Latent());
        }

        return latents;
    }
}
