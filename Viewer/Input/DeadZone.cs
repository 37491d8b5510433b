using System.Numerics;

namespace LatentWalk.Viewer.Input;

/// <summary>Takes the play out of a worn stick: nothing inside the inner circle, everything beyond the outer one, smooth between.</summary>
internal static class DeadZone
{
    private const float Outer = 0.95f;

    /// <param name="inner">Radius of the inner circle, below the outer one's 0.95.</param>
    public static Vector2 Apply(Vector2 stick, float inner)
    {
        float length = stick.Length();
        return length <= inner || !float.IsFinite(length)
            ? Vector2.Zero
            : stick / length * Math.Min(1, (length - inner) / (Outer - inner));
    }
}
