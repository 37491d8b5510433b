namespace LatentWalk.Walking;

/// <summary>Everything a key or button can ask for. Held commands act as long as they are down, the others once per press.</summary>
public enum Command
{
    Forward,
    Backward,
    Left,
    Right,
    ThirdUp,
    ThirdDown,
    Fast,
    Precise,
    TruncationUp,
    TruncationDown,
    Random,
    AutoWalk,
    Grid,
    Pick,
    Back,
    Save,
    Help,
    Hud,
    FullScreen,
    Cancel,
}
