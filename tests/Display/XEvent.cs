using System.Runtime.InteropServices;

namespace LatentWalk.Tests.Display;

/// <summary>The union XEvent (192 bytes): client messages, selection requests and their answers.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal unsafe struct XEvent
{
    [FieldOffset(0)]
    internal int Type;

    // XClientMessageEvent
    [FieldOffset(32)]
    internal nuint Window;

    [FieldOffset(40)]
    internal nuint MessageType;

    [FieldOffset(48)]
    internal int Format;

    [FieldOffset(56)]
    internal fixed long Data[5];

    // XSelectionRequestEvent
    [FieldOffset(40)]
    internal nuint Requestor;

    [FieldOffset(48)]
    internal nuint Selection;

    [FieldOffset(56)]
    internal nuint Target;

    [FieldOffset(64)]
    internal nuint Property;

    [FieldOffset(72)]
    internal nint Time;

    // XSelectionEvent, the answer to a request
    [FieldOffset(32)]
    internal nuint NotifyRequestor;

    [FieldOffset(40)]
    internal nuint NotifySelection;

    [FieldOffset(48)]
    internal nuint NotifyTarget;

    [FieldOffset(56)]
    internal nuint NotifyProperty;

    [FieldOffset(64)]
    internal nint NotifyTime;
}
