using System.Numerics;

namespace LatentWalk.Viewer.Input;

/// <summary>Takes the play out of a worn stick: nothing inside the inner circle, everything beyond the outer one, smooth between.</summary>
internal static class DeadZone
{
    private const float Inner = 0.18f;
    private const float Outer = 0.95f;

    public static Vector2 Apply(Vector2 stick)
    {
        float length = stick.Length();
        return length <= Inner || !float.IsFinite(length)
            ? Vector2.Zero
            : stick / length * Math.Min(1, (length - Inner) / (Outer - Inner));
    }
}
