using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Recording;

/// <summary>Which actions a recording keeps, by which name, and which of their values.</summary>
internal sealed record RecordedAction(WalkActionKind Kind, string Name, ActionParts Parts)
{
    // A name, once published, stays.
    public static readonly RecordedAction[] All =
    [
        new(WalkActionKind.Steer, "steer", ActionParts.Input),
        new(WalkActionKind.Press, "press", ActionParts.Command),
        new(WalkActionKind.DragStart, "dragStart", ActionParts.None),
        new(WalkActionKind.DragBy, "dragBy", ActionParts.Drag | ActionParts.Amount),
        new(WalkActionKind.DragEnd, "dragEnd", ActionParts.None),
        new(WalkActionKind.Truncate, "truncate", ActionParts.Amount),
        new(WalkActionKind.PointAt, "pointAt", ActionParts.Index),
        new(WalkActionKind.PickTile, "pickTile", ActionParts.Index),
        new(WalkActionKind.SetMode, "setMode", ActionParts.Mode),
        new(WalkActionKind.Show, "show", ActionParts.Screen),
        new(WalkActionKind.Pace, "pace", ActionParts.Amount),
        new(WalkActionKind.GoTo, "goTo", ActionParts.Place | ActionParts.Amount | ActionParts.Classes),
        new(WalkActionKind.FlyTo, "flyTo", ActionParts.Place | ActionParts.Amount | ActionParts.Classes),
        new(WalkActionKind.ChooseLine, "chooseLine", ActionParts.Index),
        new(WalkActionKind.Touch, "touch", ActionParts.None),
        new(WalkActionKind.Wheel, "wheel", ActionParts.Amount),
        new(WalkActionKind.Slide, "slide", ActionParts.Index | ActionParts.Amount),
        new(WalkActionKind.PickOnMap, "pickOnMap", ActionParts.Drag | ActionParts.Amount),
        new(WalkActionKind.SetComfort, "setComfort", ActionParts.Amount | ActionParts.Index),
        new(WalkActionKind.SetFavourites, "setFavourites", ActionParts.Favourites),
        new(WalkActionKind.SetStops, "setStops", ActionParts.Stops),
        new(WalkActionKind.SetOther, "setOther", ActionParts.Name),
        new(WalkActionKind.SetPlan, "setPlan", ActionParts.Plan),
        new(WalkActionKind.Fail, "fail", ActionParts.Text),
        new(WalkActionKind.Recover, "recover", ActionParts.None),
    ];

    /// <summary>
    /// Steps are counted, not kept; another generator ends a recording; and what says or does something outside of the walk
    /// (messages, saving, the window's size, the program's end) must not happen again when it is played.
    /// </summary>
    public static bool IsRecorded(in WalkAction action) => action.Kind == WalkActionKind.Press
        ? action.Command is not (Command.Quit or Command.FullScreen or Command.Record or Command.Save or Command.Burst or Command.Film)
        : Find(action.Kind) is not null;

    public static RecordedAction? Find(WalkActionKind kind) => Array.Find(All, item => item.Kind == kind);

    public static RecordedAction? Find(string name) => Array.Find(All, item => item.Name == name);
}
