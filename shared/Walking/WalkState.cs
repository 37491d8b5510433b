using System.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Walking;

/// <summary>
/// The whole walk as one immutable value: <see cref="WalkReducer"/> makes the next from it, panels read it, the window
/// follows it. A struct, so that the one made every frame is not garbage.
/// </summary>
public readonly record struct WalkState
{
    /// <summary>Seeds of random destinations stay short enough to read out to somebody.</summary>
    private const uint SeedRange = 1_000_000;

    public required WalkModel Model { get; init; }

    public required Chart Chart { get; init; }

    public required Pose Pose { get; init; }

    /// <summary>Forward, right, third; radians per second.</summary>
    public Vector3 Velocity { get; init; }

    /// <summary>Seconds not yet simulated, less than one step.</summary>
    public double Remainder { get; init; }

    /// <summary>The hands were steering in the last frame: the next one continues the same move.</summary>
    public bool Steering { get; init; }

    public bool Dragging { get; init; }

    /// <summary>What the mouse dragged since the last frame, radians (right, forward).</summary>
    public Vector2 Dragged { get; init; }

    public Journey? Journey { get; init; }

    public double JourneySeconds { get; init; }

    public bool AutoWalk { get; init; }

    public History? History { get; init; }

    /// <summary>The last seed that the walker stood on exactly.</summary>
    public ulong? Home { get; init; }

    /// <summary>Radians flown since then.</summary>
    public double Travelled { get; init; }

    /// <summary>The same, with the journey that is under way.</summary>
    public double TravelledNow => Journey is { Kind: not JourneyKind.Back } journey ? Travelled + journey.Covered(JourneySeconds) : Travelled;

    /// <summary>The sequence of random destinations is a function of this and <see cref="Draws"/>.</summary>
    public ulong WalkSeed { get; init; }

    public uint Draws { get; init; }

    /// <summary>The truncation shown; follows <see cref="TruncationGoal"/>.</summary>
    public float Truncation { get; init; }

    public float TruncationGoal { get; init; }

    public Grid? Grid { get; init; }

    public bool Help { get; init; }

    public bool Hud { get; init; }

    public bool FullScreen { get; init; }

    public bool Quitting { get; init; }

    public string? Toast { get; init; }

    public double ToastSeconds { get; init; }

    public string? Problem { get; init; }

    /// <summary>A walk that stands at its generator's first seed.</summary>
    public static WalkState Begin(WalkModel model, ulong walkSeed)
    {
        Chart chart = Chart.At(Waypoint.OfSeed(model.FirstSeed, model.ZDim), model.Directions);
        return new WalkState
        {
            Model = model,
            Chart = chart,
            Pose = Pose.Start,
            Home = chart.Origin.Seed,
            WalkSeed = walkSeed,
            Truncation = model.Truncation,
            TruncationGoal = model.Truncation,
            Hud = true,
        };
    }

    /// <summary>Whether the picture is about to change by itself or by hand.</summary>
    public bool IsMoving => Velocity != Vector3.Zero || Journey is not null || Dragging || Steering || Truncation != TruncationGoal;

    /// <summary>The seed whose exact latent is shown now, where it is one.</summary>
    public ulong? ExactSeed => Journey is null && ShownPose.IsStart ? Chart.Origin.Seed : null;

    /// <summary>The latent to show now, [zdim], before truncation.</summary>
    public void WriteLatent(Span<float> z)
    {
        if (Journey is not null)
        {
            Journey.WriteLatent(JourneySeconds, z);
        }
        else
        {
            Chart.WriteLatent(ShownPose, z);
        }
    }

    /// <summary>The place shown now, as a waypoint of its own (the same one as long as nobody moved).</summary>
    public Waypoint Here()
    {
        if (Journey is null && ShownPose.IsStart)
        {
            return Chart.Origin;
        }

        float[] z = new float[Model.ZDim];
        WriteLatent(z);
        return new Waypoint(z);
    }

    /// <summary>Seed number <paramref name="draw"/> of this walk's random destinations.</summary>
    public ulong DrawSeed(uint draw) => new CounterRandom(WalkSeed, draw, Purpose.Walk).NextUInt32() % SeedRange;

    /// <summary>The time since the last step, flown at the present speed: motion stays even at any display rate.</summary>
    public Pose ShownPose => Remainder == 0 || Dragging ? Pose : Pose.Turn(Velocity * (float)Remainder);
}
