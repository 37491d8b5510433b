using System.Numerics;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>One line of an input script.</summary>
/// <param name="Seconds">When, from the start of the walk.</param>
/// <param name="Key">For keys.</param>
/// <param name="Position">For the mouse: framebuffer pixels.</param>
/// <param name="Amount">For the wheel: notches.</param>
/// <param name="File">For dropped files.</param>
internal sealed record ScriptEvent(
    double Seconds, ScriptEventKind Kind, Key Key = Key.Unknown, Vector2 Position = default, float Amount = 0, string? File = null);
