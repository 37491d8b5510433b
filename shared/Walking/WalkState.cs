using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Randomness;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking;

/// <summary>
/// The whole walk as one immutable value: <see cref="WalkReducer"/> makes the next from it, panels read it, the window
/// follows it. A struct, so that the one made every step is not garbage.
/// </summary>
public readonly record struct WalkState
{
    /// <summary>Seeds of random destinations stay short enough to read out to somebody.</summary>
    private const uint SeedRange = 1_000_000;

    public required WalkModel Model { get; init; }

    public required Chart Chart { get; init; }

    public required Pose Pose { get; init; }

    /// <summary>The directions that the axes follow now: forward, right, third; fewer where the generator has fewer.</summary>
    public required Direction[] Headings { get; init; }

    public AxisTriple Axes { get; init; }

    /// <summary>Forward, right, third; radians per second.</summary>
    public Vector3 Velocity { get; init; }

    /// <summary>Seconds since the last step, less than one. Only drawing knows it: no step depends on it.</summary>
    public double Remainder { get; init; }

    /// <summary>What the hands hold.</summary>
    public FlightInput Input { get; init; }

    /// <summary>The hands were steering in the last step: the next one continues the same move.</summary>
    public bool Steering { get; init; }

    public bool Dragging { get; init; }

    /// <summary>What the mouse dragged since the last step, radians (forward, right, third).</summary>
    public Vector3 Dragged { get; init; }

    /// <summary>Speed of flight against the usual one, from how fast the picture changes here.</summary>
    public float Pace { get; init; }

    public Journey? Journey { get; init; }

    public double JourneySeconds { get; init; }

    public bool AutoWalk { get; init; }

    /// <summary>Time runs backwards: the place is the tape's at <see cref="TapeSeconds"/>.</summary>
    public bool Rewinding { get; init; }

    public double TapeSeconds { get; init; }

    /// <summary>Where the walker has been; the simulation writes it, steps only read what was written before them.</summary>
    public TimeTape? Tape { get; init; }

    /// <summary>What <see cref="Command.Undo"/> takes back.</summary>
    public History? History { get; init; }

    /// <summary>What <see cref="Command.Redo"/> gives again.</summary>
    public History? Future { get; init; }

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

    /// <summary>A journey that plays: the place is the plan's at <see cref="PlaySeconds"/>.</summary>
    public JourneyPlan? Playback { get; init; }

    /// <summary>Steps of <see cref="Playback"/> since <see cref="PlayFrom"/>: counted, so that no rounding adds up.</summary>
    public long PlaySteps { get; init; }

    /// <summary>Seconds on the plan at which the counting began.</summary>
    public double PlayFrom { get; init; }

    /// <summary>Seconds on the plan per second.</summary>
    public double PlaySpeed { get; init; }

    /// <summary>Where <see cref="Playback"/> is, in seconds of its plan since its departure.</summary>
    public double PlaySeconds => PlayFrom + PlaySteps * PlaySpeed / FlightSettings.StepsPerSecond;

    /// <summary>What a mode shows in place of the walker's own place: one stands there when the mode ends.</summary>
    public Waypoint? Preview { get; init; }

    /// <summary>The faces that were kept, oldest first, and the bookmarks among them.</summary>
    public IReadOnlyList<Favourite> Favourites { get; init; }

    /// <summary>Training steps of the run's checkpoints, oldest first; empty for a generator without a run.</summary>
    public IReadOnlyList<long> Stops { get; init; }

    /// <summary>Name of the generator to compare with; null for none.</summary>
    public string? OtherName { get; init; }

    /// <summary>[classes] weights that sum to 1, never written after they were made; empty for a generator without classes.</summary>
    public float[] Classes { get; init; }

    /// <summary>Whether a random destination is of a random class, as until somebody chooses one.</summary>
    public bool AnyClass { get; init; }

    public WalkMode Mode { get; init; }

    public Grid? Grid { get; init; }

    public CompassState? Compass { get; init; }

    /// <summary>The layer that <see cref="WalkMode.Inspect"/> shows; counts on past the last one.</summary>
    public int InspectPage { get; init; }

    public BreedState? Breed { get; init; }

    public MixState? Mix { get; init; }

    public CompareState? Compare { get; init; }

    /// <summary>Of the wiper: where the first picture ends, in [0, 1] of its width.</summary>
    public float Split { get; init; }

    /// <summary>The checkpoint that the timeline shows, counted from the oldest; between two of them while it is being moved.</summary>
    public float StopPosition { get; init; }

    /// <summary>How long the key that moves it has been held.</summary>
    public float HeldSeconds { get; init; }

    /// <summary>The journey that is being planned; kept while other modes look for faces.</summary>
    public RouteState? Route { get; init; }

    public AttractState? Attract { get; init; }

    /// <summary>Idle seconds until the walk goes on by itself; 0 for never.</summary>
    public float AttractSeconds { get; init; }

    /// <summary>Nothing moves by itself.</summary>
    public bool ReducedMotion { get; init; }

    public Screen Screen { get; init; }

    /// <summary>The chosen line of the screen.</summary>
    public int Line { get; init; }

    /// <summary>Seconds since anybody touched anything.</summary>
    public double IdleSeconds { get; init; }

    public bool Minimap { get; init; }

    /// <summary>The place on the map that the keys have chosen, counted back through the history; null while they fly.</summary>
    public int? MapCursor { get; init; }

    public bool Hud { get; init; }

    public bool Overlay { get; init; }

    public bool FullScreen { get; init; }

    public bool Quitting { get; init; }

    public string? Toast { get; init; }

    public double ToastSeconds { get; init; }

    public string? Problem { get; init; }

    /// <summary>A walk that stands at its generator's first seed.</summary>
    public static WalkState Begin(WalkModel model, ulong walkSeed)
    {
        Direction[] headings = HeadingsOf(model, AxisTriple.First);
        Chart chart = Chart.At(Waypoint.OfSeed(model.FirstSeed, model.ZDim), headings);
        return new WalkState
        {
            Model = model,
            Chart = chart,
            Pose = Pose.Start,
            Headings = headings,
            Axes = AxisTriple.First,
            Pace = 1,
            Home = chart.Origin.Seed,
            WalkSeed = walkSeed,
            Truncation = model.Truncation,
            TruncationGoal = model.Truncation,
            Classes = OneClass(model.Classes, 0),
            AnyClass = model.Classes > 1,
            Hud = true,
            Favourites = [],
            Stops = [],
        };
    }

    /// <summary>Whether the picture is about to change by itself or by hand.</summary>
    public bool IsMoving => !IsResting || Truncation != TruncationGoal;

    /// <summary>Whether the walker rests on the origin of its chart.</summary>
    public bool IsStanding => IsResting && Pose.IsStart && Preview is null;

    /// <summary>Whether nothing moves the walker.</summary>
    public bool IsResting => Velocity == Vector3.Zero && Journey is null && !Dragging && !Steering && !Rewinding && Playback is null;

    /// <summary>The seed whose exact latent is shown now, where it is one.</summary>
    public ulong? ExactSeed => Preview is not null ? Preview.Seed
        : Journey is null && !Rewinding && Playback is null && ShownPose.IsStart ? Chart.Origin.Seed
        : null;

    /// <summary>Whether a frame drawn of <paramref name="other"/> shows this state as well, the pictures apart.</summary>
    public bool LooksLike(in WalkState other) =>
        (this with { Remainder = 0, IdleSeconds = 0 }) == (other with { Remainder = 0, IdleSeconds = 0 });

    /// <summary>The latent to show now, [zdim], before truncation.</summary>
    public void WriteLatent(Span<float> z)
    {
        if (Preview is not null)
        {
            Preview.Z.CopyTo(z);
        }
        else if (Playback is not null)
        {
            Playback.WriteLatent(PlaySeconds + Remainder * PlaySpeed, z);
        }
        else if (Rewinding)
        {
            Tape!.Write(TapeSeconds, z);
        }
        else if (Journey is not null)
        {
            Journey.WriteLatent(JourneySeconds + Remainder, z);
        }
        else
        {
            Chart.WriteLatent(ShownPose, z);
        }
    }

    /// <summary>The place of the last step, as a waypoint of its own (the same one as long as nobody moved).</summary>
    public Waypoint Here()
    {
        if (Preview is not null)
        {
            return Preview;
        }

        if (Journey is null && !Rewinding && Playback is null && Pose.IsStart)
        {
            return Chart.Origin;
        }

        float[] z = new float[Model.ZDim];
        (this with { Remainder = 0 }).WriteLatent(z);
        return new Waypoint(z);
    }

    /// <summary>Seed number <paramref name="draw"/> of this walk's random destinations.</summary>
    public ulong DrawSeed(uint draw) => new CounterRandom(WalkSeed, draw, Purpose.Walk).NextUInt32() % SeedRange;

    /// <summary>Weights where they are of as many classes as this generator has, else those of now.</summary>
    public float[] ClassesOr(float[]? weights) => weights?.Length == Classes.Length ? weights : Classes;

    /// <summary>Random destination number <paramref name="draw"/>.</summary>
    public Waypoint DrawPlace(uint draw) => Waypoint.OfSeed(DrawSeed(draw), Model.ZDim);

    /// <summary>[classes] weights of random destination number <paramref name="draw"/>: one class of all, or those that were chosen.</summary>
    public float[] DrawClasses(uint draw) => AnyClass
        ? OneClass(Classes.Length, (int)(new CounterRandom(WalkSeed, draw, Purpose.Class).NextUInt32() % (uint)Classes.Length))
        : Classes;

    /// <summary>The speed that thrust along each axis asks for, against the usual one.</summary>
    public Vector3 Gains => Pace * new Vector3(Model.Gain(Axes.Forward), Model.Gain(Axes.Right), Model.Gain(Axes.Third));

    /// <summary>Weights with everything on one class.</summary>
    public static float[] OneClass(int classes, int chosen)
    {
        if (classes == 0)
        {
            return [];
        }

        float[] weights = new float[classes];
        weights[Math.Clamp(chosen, 0, classes - 1)] = 1;
        return weights;
    }

    /// <summary>The directions of a triple, as far as the generator has so many.</summary>
    internal static Direction[] HeadingsOf(WalkModel model, AxisTriple axes)
    {
        int count = Math.Min(3, model.Directions.Count);
        Direction[] headings = new Direction[count];
        for (int axis = 0; axis < count; axis++)
        {
            headings[axis] = model.Directions[axes[axis]];
        }

        return headings;
    }

    /// <summary>The time since the last step, flown at the present speed: motion stays even at any display rate.</summary>
    internal Pose ShownPose => Remainder == 0 || Dragging || Velocity == Vector3.Zero ? Pose : Pose.Turn(Velocity * (float)Remainder);
}
