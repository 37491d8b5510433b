using System.Numerics;
using System.Text.Json.Serialization;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="WalkEvent"/>: the values that belong to its kind, and no others.</summary>
internal sealed record EventDocument
{
    private const float LargestDrag = 1000;
    private const int LargestIndex = 1 << 20;

    [JsonRequired]
    public long Step { get; init; }

    [JsonRequired]
    public string Do { get; init; } = string.Empty;

    public InputDocument? Input { get; init; }

    public string? Command { get; init; }

    /// <summary>Right, forward.</summary>
    public float? Right { get; init; }

    public float? Forward { get; init; }

    public float? Amount { get; init; }

    public int? Index { get; init; }

    public string? Mode { get; init; }

    public string? Screen { get; init; }

    public int? Place { get; init; }

    public int? Classes { get; init; }

    public string? Text { get; init; }

    public string? Name { get; init; }

    public FavouriteDocument[]? Favourites { get; init; }

    public long[]? Stops { get; init; }

    public PlanDocument? Plan { get; init; }

    public static EventDocument Of(in WalkEvent item, WalkTables tables)
    {
        WalkAction action = item.Action;
        RecordedAction kind = RecordedAction.Find(action.Kind)
            ?? throw new ArgumentException($"{action.Kind} cannot be recorded", nameof(item));
        bool Has(ActionParts part) => (kind.Parts & part) != 0;
        return new EventDocument
        {
            Step = item.Step,
            Do = kind.Name,
            Input = Has(ActionParts.Input) ? InputDocument.Of(action.Input) : null,
            Command = Has(ActionParts.Command) ? action.Command.ToString() : null,
            Right = Has(ActionParts.Drag) ? action.Drag.X : null,
            Forward = Has(ActionParts.Drag) ? action.Drag.Y : null,
            Amount = Has(ActionParts.Amount) ? action.Amount : null,
            Index = Has(ActionParts.Index) ? action.Index : null,
            Mode = Has(ActionParts.Mode) ? ((WalkMode)action.Index).ToString() : null,
            Screen = Has(ActionParts.Screen) ? ((Screen)action.Index).ToString() : null,
            Place = Has(ActionParts.Place) ? tables.Number(action.Place!) : null,
            Classes = Has(ActionParts.Classes) && action.Classes is { } classes ? tables.Number(classes) : null,
            Text = Has(ActionParts.Text) ? action.Text : null,
            Name = Has(ActionParts.Name) ? action.Text : null,
            Favourites = Has(ActionParts.Favourites) ? FavouriteDocument.Of(action.Favourites!, tables) : null,
            Stops = Has(ActionParts.Stops) ? [.. action.Stops!] : null,
            Plan = Has(ActionParts.Plan) ? PlanDocument.Of(action.Plan!, tables) : null,
        };
    }

    public WalkEvent ToEvent(WalkChecks checks, WalkTables tables, string where)
    {
        RecordedAction kind = RecordedAction.Find(Do)
            ?? throw checks.Refuse($"{where}.do is '{(Do.Length > 40 ? Do[..40] + "…" : Do)}'; expected one of {string.Join(", ", RecordedAction.All.Select(item => item.Name))}");
        ActionParts given = Given();
        if ((given & ~kind.Parts) is not ActionParts.None and var extra)
        {
            throw checks.Refuse($"{where}: a '{Do}' has no '{Key(extra)}'");
        }

        if ((kind.Parts & ~given & ~(ActionParts.Classes | ActionParts.Name)) is not ActionParts.None and var missing)
        {
            throw checks.Refuse($"missing key '{Key(missing)}' in {where}");
        }

        return new WalkEvent(Step, new WalkAction(kind.Kind)
        {
            Input = Input?.ToInput(checks, $"{where}.input") ?? default,
            Command = Command is null ? default : checks.Name<Command>(Command, $"{where}.command"),
            Drag = new Vector2(checks.Within(Right ?? 0, LargestDrag, $"{where}.right"), checks.Within(Forward ?? 0, LargestDrag, $"{where}.forward")),
            Amount = checks.Within(Amount ?? 0, LargestDrag, $"{where}.amount"),
            Index = Mode is not null ? (int)checks.Name<WalkMode>(Mode, $"{where}.mode")
                : Screen is not null ? (int)checks.Name<Screen>(Screen, $"{where}.screen")
                : checks.Between(Index ?? 0, -1, LargestIndex, $"{where}.index"),
            Place = Place is { } place ? tables.Place(place, checks, $"{where}.place") : null,
            Classes = Classes is { } classes ? tables.Classes(classes, checks, $"{where}.classes") : null,
            Text = (Text ?? Name) is { } text ? checks.Text(text, $"{where}.{(Text is null ? "name" : "text")}") : null,
            Favourites = Favourites is null ? null : FavouriteDocument.ToFavourites(Favourites, checks, tables, $"{where}.favourites"),
            Stops = Stops is null ? null : checks.Stops(Stops, $"{where}.stops"),
            Plan = Plan?.ToPlan(checks, tables, $"{where}.plan"),
        });
    }

    private ActionParts Given() =>
        (Input is null ? 0 : ActionParts.Input)
        | (Command is null ? 0 : ActionParts.Command)
        | (Right is null && Forward is null ? 0 : ActionParts.Drag)
        | (Amount is null ? 0 : ActionParts.Amount)
        | (Index is null ? 0 : ActionParts.Index)
        | (Mode is null ? 0 : ActionParts.Mode)
        | (Screen is null ? 0 : ActionParts.Screen)
        | (Place is null ? 0 : ActionParts.Place)
        | (Classes is null ? 0 : ActionParts.Classes)
        | (Text is null ? 0 : ActionParts.Text)
        | (Name is null ? 0 : ActionParts.Name)
        | (Favourites is null ? 0 : ActionParts.Favourites)
        | (Stops is null ? 0 : ActionParts.Stops)
        | (Plan is null ? 0 : ActionParts.Plan);

    // The first of them, as the file spells it.
    private static string Key(ActionParts parts)
    {
        ActionParts first = (ActionParts)((int)parts & -(int)parts);
        return first == ActionParts.Drag ? "right" : first.ToString().ToLowerInvariant();
    }
}
