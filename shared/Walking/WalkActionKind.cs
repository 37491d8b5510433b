namespace LatentWalk.Walking;

public enum WalkActionKind
{
    /// <summary>One simulation step passes.</summary>
    Step,

    /// <summary>The hands hold <see cref="WalkAction.Input"/> from now on.</summary>
    Steer,

    /// <summary>A command was pressed.</summary>
    Press,

    /// <summary>The mouse took hold of the picture.</summary>
    DragStart,

    /// <summary>The held picture moved by <see cref="WalkAction.Drag"/> radians (right, forward) and <see cref="WalkAction.Amount"/> (third).</summary>
    DragBy,

    /// <summary>The mouse let go; the walker keeps the speed of the hand.</summary>
    DragEnd,

    /// <summary>The truncation changes by <see cref="WalkAction.Amount"/>.</summary>
    Truncate,

    /// <summary>The pointer is over the mode's tile <see cref="WalkAction.Index"/>.</summary>
    PointAt,

    /// <summary>The mode's tile <see cref="WalkAction.Index"/> was clicked.</summary>
    PickTile,

    /// <summary>Another mode begins.</summary>
    SetMode,

    /// <summary>Another screen lies over the picture.</summary>
    Show,

    /// <summary>Line <see cref="WalkAction.Index"/> of the open screen is the chosen one.</summary>
    ChooseLine,

    /// <summary>Somebody moved the mouse: what fades away when nobody is there comes back.</summary>
    Touch,

    /// <summary>The picture changes faster or slower here: fly at <see cref="WalkAction.Amount"/> times the usual speed.</summary>
    Pace,

    /// <summary>A generator was opened: <see cref="WalkAction.Model"/>, at <see cref="WalkAction.Place"/> where one was asked for.</summary>
    Enter,

    /// <summary>Stand at <see cref="WalkAction.Place"/> with truncation <see cref="WalkAction.Amount"/>, at once.</summary>
    GoTo,

    /// <summary>The same, by flight.</summary>
    FlyTo,

    /// <summary>The kept faces are <see cref="WalkAction.Favourites"/> from now on.</summary>
    SetFavourites,

    /// <summary>The checkpoints of the run are those of <see cref="WalkAction.Stops"/> from now on.</summary>
    SetStops,

    /// <summary>The generator to compare with is called <see cref="WalkAction.Text"/> from now on.</summary>
    SetOther,

    /// <summary>The planned journey is <see cref="WalkAction.Plan"/> from now on.</summary>
    SetPlan,

    /// <summary>The wheel turned by <see cref="WalkAction.Amount"/> notches.</summary>
    Wheel,

    /// <summary>The mode's slider <see cref="WalkAction.Index"/> was moved to <see cref="WalkAction.Amount"/> of its way.</summary>
    Slide,

    /// <summary>The map was clicked at <see cref="WalkAction.Drag"/>; <see cref="WalkAction.Amount"/> is how far off a place may lie.</summary>
    PickOnMap,

    /// <summary>How much may move by itself: <see cref="WalkAction.Amount"/> idle seconds until it does, 0 for never.</summary>
    SetComfort,

    /// <summary>A short message for a few seconds.</summary>
    Say,

    /// <summary>Something went wrong: words over the picture until it is put right or dismissed.</summary>
    Fail,

    /// <summary>What went wrong was put right.</summary>
    Recover,
}
