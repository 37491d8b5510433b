using System.Text.Json.Serialization;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="WalkRecording"/> and its <see cref="WalkSnapshot"/>.</summary>
internal sealed record RecordingDocument
{
    private const int Rate = 120;
    private const int Axis = 3;
    private const float LargestSpeed = 100;
    private const float LargestPace = 100;

    /// <summary>Steps are of this length; another one would be another walk.</summary>
    [JsonRequired]
    public int StepsPerSecond { get; init; }

    [JsonRequired]
    public long Steps { get; init; }

    [JsonRequired]
    public ModelDocument Model { get; init; } = new();

    [JsonRequired]
    public PlaceDocument[] Places { get; init; } = [];

    /// <summary>[classes] weights each; empty texts for a generator without classes.</summary>
    [JsonRequired]
    public string[] Classes { get; init; } = [];

    [JsonRequired]
    public int Place { get; init; }

    [JsonRequired]
    public int ClassWeights { get; init; }

    public bool AnyClass { get; init; }

    [JsonRequired]
    public string[] Headings { get; init; } = [];

    [JsonRequired]
    public VectorDocument Velocity { get; init; } = new();

    public JourneyDocument? Journey { get; init; }

    public bool AutoWalk { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    [JsonRequired]
    public float TruncationGoal { get; init; }

    [JsonRequired]
    public int[] Axes { get; init; } = [];

    [JsonRequired]
    public float Pace { get; init; }

    public ulong? Home { get; init; }

    public double Travelled { get; init; }

    [JsonRequired]
    public ulong WalkSeed { get; init; }

    [JsonRequired]
    public uint Draws { get; init; }

    [JsonRequired]
    public HistoryDocument[] History { get; init; } = [];

    [JsonRequired]
    public HistoryDocument[] Future { get; init; } = [];

    [JsonRequired]
    public FavouriteDocument[] Favourites { get; init; } = [];

    [JsonRequired]
    public long[] Stops { get; init; } = [];

    public string? OtherName { get; init; }

    public PlanDocument? Plan { get; init; }

    public float AttractSeconds { get; init; }

    public bool ReducedMotion { get; init; }

    public bool Minimap { get; init; }

    [JsonRequired]
    public EventDocument[] Events { get; init; } = [];

    public string? End { get; init; }

    public static RecordingDocument Of(WalkRecording recording)
    {
        WalkTables tables = new();
        WalkSnapshot start = recording.Start;
        RecordingDocument document = new()
        {
            StepsPerSecond = Rate,
            Steps = recording.Steps,
            Model = ModelDocument.Of(start.Model),
            Place = tables.Number(start.Place),
            ClassWeights = tables.Number(start.Classes),
            AnyClass = start.AnyClass,
            Headings = [.. start.Headings.Select(heading => Latent.ToBase64(heading))],
            Velocity = VectorDocument.Of(start.Velocity),
            Journey = start.Journey is { } journey ? JourneyDocument.Of(journey, start.JourneySeconds, tables) : null,
            AutoWalk = start.AutoWalk,
            Truncation = start.Truncation,
            TruncationGoal = start.TruncationGoal,
            Axes = [start.Axes.Forward, start.Axes.Right, start.Axes.Third],
            Pace = start.Pace,
            Home = start.Home,
            Travelled = start.Travelled,
            WalkSeed = start.WalkSeed,
            Draws = start.Draws,
            History = HistoryDocument.Of(start.History, tables),
            Future = HistoryDocument.Of(start.Future, tables),
            Favourites = FavouriteDocument.Of(start.Favourites, tables),
            Stops = [.. start.Stops],
            OtherName = start.OtherName,
            Plan = start.Plan is null ? null : PlanDocument.Of(start.Plan, tables),
            AttractSeconds = start.AttractSeconds,
            ReducedMotion = start.ReducedMotion,
            Minimap = start.Minimap,
            Events = [.. recording.Events.ToArray().Select(item => EventDocument.Of(item, tables))],
            End = recording.End is null ? null : Latent.ToBase64(recording.End),
        };
        return document with { Places = tables.PlaceDocuments, Classes = tables.ClassTexts };
    }

    public WalkRecording ToRecording(WalkOrigin origin, WalkChecks checks)
    {
        if (StepsPerSecond != Rate)
        {
            throw checks.Refuse($"recording.stepsPerSecond is {StepsPerSecond}; expected {Rate}");
        }

        checks.Between(Steps, 0, WalkRecording.MostSteps, "recording.steps");
        WalkModel model = Model.ToModel(checks);
        WalkTables tables = new(Places, Classes, checks, model.ZDim, model.Classes, "recording");
        return new WalkRecording(origin, ToSnapshot(checks, model, tables), ToEvents(checks, tables), Steps)
        {
            End = End is null ? null : checks.Floats(End, model.ZDim, float.MaxValue, "recording.end"),
        };
    }

    private WalkSnapshot ToSnapshot(WalkChecks checks, WalkModel model, WalkTables tables)
    {
        checks.Between(Headings.Length, Axis, Axis, "the length of recording.headings");
        checks.Between(Axes.Length, Axis, Axis, "the length of recording.axes");
        for (int axis = 0; axis < Axis; axis++)
        {
            int most = axis < model.Directions.Count ? model.Directions.Count - 1 : int.MaxValue;
            checks.Between(Axes[axis], 0, most, $"recording.axes[{axis}]");
        }

        return new WalkSnapshot
        {
            Model = model,
            Place = tables.Place(Place, checks, "recording.place"),
            Headings = [.. Headings.Select((text, i) => checks.Floats(text, model.ZDim, WalkChecks.LargestLatent, $"recording.headings[{i}]"))],
            Velocity = Velocity.ToVector(checks, LargestSpeed, "recording.velocity"),
            Journey = Journey?.ToJourney(checks, tables, ClassWeights),
            JourneySeconds = checks.Within(Journey?.Elapsed ?? 0, WalkChecks.LargestAmount, "recording.journey.elapsed"),
            AutoWalk = AutoWalk,
            Truncation = checks.Within(Truncation, WalkChecks.LargestTruncation, "recording.truncation"),
            TruncationGoal = checks.Within(TruncationGoal, WalkChecks.LargestTruncation, "recording.truncationGoal"),
            Classes = tables.Classes(ClassWeights, checks, "recording.classWeights"),
            AnyClass = AnyClass && model.Classes > 1,
            Axes = new AxisTriple(Axes[0], Axes[1], Axes[2]),
            Pace = checks.Within(Pace, LargestPace, "recording.pace"),
            Home = Home,
            Travelled = checks.Within(Travelled, WalkChecks.LargestAmount, "recording.travelled"),
            WalkSeed = WalkSeed,
            Draws = Draws,
            History = HistoryDocument.ToHistory(History, checks, tables, "recording.history"),
            Future = HistoryDocument.ToHistory(Future, checks, tables, "recording.future"),
            Favourites = FavouriteDocument.ToFavourites(Favourites, checks, tables, "recording.favourites"),
            Stops = checks.Stops(Stops, "recording.stops"),
            OtherName = OtherName is null ? null : checks.Text(OtherName, "recording.otherName"),
            Plan = Plan?.ToPlan(checks, tables, "recording.plan"),
            AttractSeconds = checks.Within(AttractSeconds, WalkChecks.LargestAmount, "recording.attractSeconds"),
            ReducedMotion = ReducedMotion,
            Minimap = Minimap,
        };
    }

    private WalkEvent[] ToEvents(WalkChecks checks, WalkTables tables)
    {
        checks.Between(Events.Length, 0, WalkRecording.MostEvents, "the length of recording.events");
        WalkEvent[] events = new WalkEvent[Events.Length];
        long least = 0;
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = Events[i].ToEvent(checks, tables, $"recording.events[{i}]");
            least = checks.Between(events[i].Step, least, Steps, $"recording.events[{i}].step");
        }

        return events;
    }
}
