using System.Numerics;
using LatentWalk.Walking.Modes;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Walking.Tests.Recording;

public sealed class WalkReplayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void A_recording_read_from_its_file_gives_every_step_bit_for_bit_at_24_60_and_144_frames_a_second(int seed)
    {
        List<RecordedWalk.Seen> seen = [];
        WalkRecording played = RecordedWalk.Play(seed, seen);
        WalkRecording recording = WalkFile.Parse(WalkFile.Serialize(played), "x.walk.json").Recording!;
        Assert.Equal(seen.Count - 1, recording.Steps);
        Dictionary<double, float[]> atTime = [];
        foreach (double rate in (double[])[24, 60, 120, 144])
        {
            WalkReplay replay = new(recording, rate);
            for (int frame = 0; frame < replay.FrameCount; frame++)
            {
                WalkState state = replay.At(frame);
                double steps = WalkReplay.StepsAt(frame, rate);
                if (steps == Math.Floor(steps))
                {
                    seen[(int)steps].AssertSame(RecordedWalk.Of(state));
                }

                float[] z = [.. state.Latent()];
                if (!atTime.TryAdd(steps, z))
                {
                    Assert.Equal(atTime[steps], z);
                }
            }

            Assert.Null(replay.CheckEnd());
        }
    }

    [Fact]
    public void Recording_in_the_middle_of_a_flight_goes_on_flying_and_can_still_be_taken_back()
    {
        float[] before = [];
        float[] taken = [];
        List<RecordedWalk.Seen> seen = [];
        WalkRecording recording = RecordedWalk.Play(4, seen, simulation =>
        {
            simulation.Do(WalkAction.Press(Command.AutoWalk));
            Run(simulation, 90);
            taken = simulation.State.History!.Place.Z;
            before = simulation.State.Latent();
        });
        Assert.Equal(before, seen[0].Z);
        Assert.True(recording.Start.AutoWalk);
        Assert.Equal(taken, recording.Start.History!.Place.Z);
        Simulation begun = new(Walks.Settings, recording.Start.Restore());
        begun.Do(WalkAction.Press(Command.Undo));
        Run(begun, 60);
        Assert.Equal(taken, begun.State.Latent());
    }

    [Fact]
    public void A_coasting_walker_keeps_its_speed_and_its_way()
    {
        Simulation flown = new(Walks.Settings, Walks.Begin());
        flown.Do(WalkAction.Steer(Walks.Ahead));
        Run(flown, 100);
        WalkState state = flown.State;
        Simulation recorded = new(Walks.Settings, state);
        WalkRecorder.Start(recorded, RecordedWalk.Origin);
        recorded.Do(WalkAction.Steer(Walks.Ahead));
        Run(recorded, 60);
        Run(flown, 60);
        float apart = Core.Latents.Sphere.Angle(flown.State.Latent(), recorded.State.Latent());
        Assert.True(apart < 1e-3f, $"{apart} rad beside the way");
    }

    [Fact]
    public void The_hand_s_messages_and_the_program_s_end_do_not_happen_again()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        WalkRecorder recorder = WalkRecorder.Start(simulation, RecordedWalk.Origin);
        simulation.Do(WalkAction.Say("saved"));
        simulation.Do(WalkAction.Press(Command.FullScreen));
        simulation.Do(WalkAction.Press(Command.Quit));
        simulation.Do(WalkAction.Press(Command.Save));
        Assert.Equal(0, recorder.Stop().Events.Length);
    }

    [Fact]
    public void Opening_another_generator_ends_a_recording_where_it_happened()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        WalkRecorder recorder = WalkRecorder.Start(simulation, RecordedWalk.Origin);
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        Run(simulation, 30);
        Assert.False(recorder.HasEnded);
        simulation.Do(WalkAction.Enter(new WalkModel(7, [])));
        Run(simulation, 30);
        simulation.Do(WalkAction.Press(Command.Random));
        Assert.True(recorder.HasEnded);
        WalkRecording recording = recorder.Stop();
        Assert.Equal((30, 1), (recording.Steps, recording.Events.Length));
        Assert.Equal(31, new WalkReplay(recording, 120).FrameCount);
        Assert.Equal(7, simulation.State.Model.ZDim);
    }

    [Fact]
    public void After_a_recording_one_can_rewind_to_before_it()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin());
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        Run(simulation, 240);
        float[] before = simulation.State.Latent();
        WalkRecorder recorder = WalkRecorder.Start(simulation, RecordedWalk.Origin);
        simulation.Do(WalkAction.Steer(Walks.Ahead));
        Run(simulation, 240);
        recorder.Stop();
        simulation.Do(WalkAction.Steer(new FlightInput(Vector3.Zero, Rewind: true)));
        Run(simulation, 1000);
        float apart = Core.Latents.Sphere.Angle(Core.Latents.Latent.FromSeed(Walks.Model.FirstSeed, Walks.ZDim), simulation.State.Latent());
        Assert.True(apart < 0.02f, $"{apart} rad from where the walk began");
        Assert.True(Core.Latents.Sphere.Angle(before, simulation.State.Latent()) > 0.3f);
    }

    [Fact]
    public void A_walk_of_another_version_is_recognised_by_its_end()
    {
        List<RecordedWalk.Seen> seen = [];
        WalkRecording recording = RecordedWalk.Play(5, seen) with { End = Core.Latents.Latent.FromSeed(1, Walks.ZDim) };
        Assert.Contains("recorded by another version", new WalkReplay(recording, 30).CheckEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 30, 1)]
    [InlineData(120, 30, 31)]
    [InlineData(121, 60, 61)]
    [InlineData(240, 24, 49)]
    [InlineData(7, 29.97, 2)]
    public void A_film_has_every_frame_from_the_beginning_to_the_end(long steps, double rate, int frames)
    {
        WalkRecording recording = new(RecordedWalk.Origin, WalkSnapshot.Of(Walks.Begin(), new WalkModes(Walks.Settings)), default, steps);
        Assert.Equal(frames, new WalkReplay(recording, rate).FrameCount);
    }

    private static void Run(Simulation simulation, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            simulation.Step();
        }
    }
}
