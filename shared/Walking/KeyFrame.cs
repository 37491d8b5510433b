namespace LatentWalk.Walking;

/// <summary>A face that a journey passes through.</summary>
/// <param name="Classes">[classes] weights, never written after they were made; empty for a generator without classes.</param>
public sealed record KeyFrame(Waypoint Place, float Truncation, float[] Classes)
{
    /// <summary>The face that is shown now.</summary>
    public static KeyFrame Of(in WalkState state) => new(state.Here(), state.TruncationGoal, state.Classes);
}
