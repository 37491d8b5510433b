namespace LatentWalk.Walking;

public enum WalkActionKind
{
    /// <summary>Time passes with hands held as <see cref="WalkAction.Input"/> says.</summary>
    Advance,

    /// <summary>A command was pressed.</summary>
    Press,

    /// <summary>The mouse took hold of the picture.</summary>
    DragStart,

    /// <summary>The held picture moved by <see cref="WalkAction.Drag"/> radians (right, forward).</summary>
    DragBy,

    /// <summary>The mouse let go; the walker keeps the speed of the hand.</summary>
    DragEnd,

    /// <summary>The truncation changes by <see cref="WalkAction.Amount"/>.</summary>
    Truncate,

    /// <summary>The grid's cursor goes to <see cref="WalkAction.Cell"/>.</summary>
    PointAtCell,

    /// <summary>The grid's cell <see cref="WalkAction.Cell"/> becomes the place.</summary>
    PickCell,

    /// <summary>A generator was opened: <see cref="WalkAction.Model"/>, at <see cref="WalkAction.Place"/> where one was asked for.</summary>
    Enter,

    /// <summary>Go to <see cref="WalkAction.Place"/> with truncation <see cref="WalkAction.Amount"/>, at once.</summary>
    GoTo,

    /// <summary>A short message for a few seconds.</summary>
    Say,

    /// <summary>Something went wrong: words over the picture until it is put right or dismissed.</summary>
    Fail,

    /// <summary>What went wrong was put right.</summary>
    Recover,
}
