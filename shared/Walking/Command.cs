namespace LatentWalk.Walking;

/// <summary>
/// Everything a key, a button or a line of the menu can ask for. Held commands act as long as they are down, the others
/// once per press. Settings files name them: a name, once published, stays.
/// </summary>
public enum Command
{
    // Held.
    Forward,
    Backward,
    Left,
    Right,
    ThirdUp,
    ThirdDown,
    Fast,
    Precise,
    Rewind,

    // Moves.
    Random,
    AutoWalk,
    Pick,
    Undo,
    Redo,
    TruncationUp,
    TruncationDown,
    NextAxes,
    PreviousAxes,
    NextForwardAxis,
    NextRightAxis,
    NextThirdAxis,
    NextClass,
    PreviousClass,

    // Keeping.
    Save,
    Keep,
    Shelf,
    Burst,
    Record,

    /// <summary>The last recording becomes a film.</summary>
    Film,

    Bookmark1,
    Bookmark2,
    Bookmark3,
    Bookmark4,
    Bookmark5,
    Bookmark6,
    Bookmark7,
    Bookmark8,
    Bookmark9,

    // Modes.
    Fly,
    Compass,
    Grid,
    Breed,
    Mix,
    Journey,
    Timeline,
    Compare,
    Inspect,
    Attract,

    // The view.
    Minimap,
    Filter,
    Hud,
    Overlay,
    FullScreen,
    Help,
    Settings,
    Menu,
    Cancel,
    Quit,
}
