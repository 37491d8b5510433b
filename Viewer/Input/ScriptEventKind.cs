namespace LatentWalk.Viewer.Input;

internal enum ScriptEventKind
{
    KeyDown,
    KeyUp,
    PointerDown,
    PointerUp,
    PointerMove,
    Wheel,
    Drop,
}
