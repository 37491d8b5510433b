using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking.Modes;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Walking.Tests.Recording;

/// <summary>A lively walk with everything that hands can do, and what its recording must give again.</summary>
internal static class RecordedWalk
{
    public static readonly WalkOrigin Origin = new(new string('a', 64), "faces", new string('b', 64), "ema");

    /// <param name="seed">Decides what the hands do.</param>
    /// <param name="seen">Latent, truncation and depth of history at every whole step.</param>
    /// <param name="before">What happens before the recording begins.</param>
    public static WalkRecording Play(int seed, List<Seen> seen, Action<Simulation>? before = null)
    {
        Simulation simulation = new(Walks.Settings, Begin());
        simulation.Advance(0.25);
        before?.Invoke(simulation);
        WalkRecorder recorder = WalkRecorder.Start(simulation, Origin);
        See(simulation, seen);
        Random random = new(seed);
        Waypoint favourite = Waypoint.OfSeed(77, Walks.ZDim);
        for (int i = 0; i < 160; i++)
        {
            foreach (WalkAction action in Some(random, favourite))
            {
                simulation.Do(action);
            }

            See(simulation, seen);

            for (int step = random.Next(1, 9); step > 0; step--)
            {
                simulation.Step();
                See(simulation, seen);
            }
        }

        return recorder.Stop();
    }

    public static WalkState Begin() =>
        WalkState.Begin(Walks.Model with { Directions = DirectionBasis.Random(5, Walks.ZDim, 6), Gains = [1.3f, 0.7f, 1, 1, 1.1f, 0.9f], Classes = 3 }, 99);

    public static Seen Of(in WalkState state) => new(
        [.. (state with { Remainder = 0 }).Latent()], state.Truncation, state.Classes, state.History?.Depth ?? 0, state.Mode, state.Draws, state.Axes);

    private static void See(Simulation simulation, List<Seen> seen)
    {
        Seen now = Of(simulation.State);
        int step = (int)simulation.StepCount;
        if (seen.Count <= step)
        {
            seen.Add(now);
        }
        else
        {
            seen[step] = now;
        }
    }

    private static IEnumerable<WalkAction> Some(Random random, Waypoint favourite)
    {
        switch (random.Next(26))
        {
            case 0 or 1 or 2:
                yield return WalkAction.Steer(new(new Vector3(random.Next(-1, 2), random.NextSingle(), 0), 0, random.Next(3) == 0, false));
                break;
            case 3:
                yield return WalkAction.Steer(new(Vector3.Zero, 0, false, false, Rewind: true));
                break;
            case 4:
                yield return WalkAction.Steer(default);
                break;
            case 5:
                yield return WalkAction.DragStart;
                yield return WalkAction.DragBy(new Vector2(0.02f * random.NextSingle(), 0.1f), 0.03f);
                break;
            case 6:
                yield return WalkAction.DragBy(new Vector2(-0.1f, 0.02f * random.NextSingle()));
                yield return WalkAction.DragEnd;
                break;
            case 7:
                yield return WalkAction.GoTo(favourite, 0.8f, WalkState.OneClass(3, 1));
                break;
            case 8:
                yield return WalkAction.FlyTo(Waypoint.OfSeed((ulong)random.Next(50), Walks.ZDim), 1);
                break;
            case 9:
                yield return WalkAction.Truncate(-0.05f);
                yield return WalkAction.Pace(0.5f + random.NextSingle());
                break;
            case 10:
                yield return WalkAction.Press(Command.Grid);
                yield return WalkAction.PointAt(random.Next(64));
                break;
            case 11:
                yield return WalkAction.PickTile(random.Next(64));
                break;
            case 12:
                yield return WalkAction.SetFavourites([new Favourite(favourite, 0.9f, WalkState.OneClass(3, 2), "kept", 4), new Favourite(Waypoint.OfSeed(3, Walks.ZDim), 1, WalkState.OneClass(3, 0), "another", null)]);
                yield return WalkAction.Press(Command.Bookmark4);
                break;
            case 13:
                yield return WalkAction.SetPlan(new JourneyPlan([new KeyFrame(favourite, 1, WalkState.OneClass(3, 1)), new KeyFrame(Waypoint.OfSeed(5, Walks.ZDim), 0.5f, WalkState.OneClass(3, 2))], 2, Easing.Flowing, true));
                yield return WalkAction.SetMode(WalkMode.Journey);
                yield return WalkAction.Press(Command.AutoWalk);
                break;
            case 14:
                yield return WalkAction.Wheel(1);
                yield return WalkAction.SetStops([200, 400]);
                yield return WalkAction.SetOther(null);
                yield return WalkAction.SetMode(WalkMode.Fly);
                break;
            case 18 or 19 or 20:
                yield return WalkAction.Press((Command)random.Next((int)Command.Fly, (int)Command.Attract + 1));
                break;
            case 21:
                yield return WalkAction.Slide(random.Next(7), random.NextSingle());
                break;
            case 22:
                yield return WalkAction.PickOnMap(new Vector2(random.NextSingle(), random.NextSingle()) * 2, 1.5f);
                break;
            case 23:
                yield return WalkAction.Press(Command.Minimap);
                yield return WalkAction.Press(Command.Left);
                break;
            case 24:
                yield return WalkAction.PickTile(random.Next(12));
                yield return WalkAction.Touch;
                break;
            default:
                yield return WalkAction.Press((Command)random.Next((int)Command.Random, (int)Command.PreviousClass + 1));
                break;
        }
    }

    internal sealed record Seen(float[] Z, float Truncation, float[] Classes, int Depth, WalkMode Mode, uint Draws, AxisTriple Axes)
    {
        public void AssertSame(Seen other)
        {
            Assert.Equal(Z, other.Z);
            Assert.Equal(Truncation, other.Truncation);
            Assert.Equal(Classes, other.Classes);
            Assert.Equal((Depth, Mode, Draws, Axes), (other.Depth, other.Mode, other.Draws, other.Axes));
        }
    }
}
