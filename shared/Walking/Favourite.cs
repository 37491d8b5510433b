namespace LatentWalk.Walking;

/// <summary>A face that was kept, with everything that brings it back.</summary>
/// <param name="Classes">[classes] weights, never written after they were made; empty for a generator without classes.</param>
/// <param name="Name">Shown to the user.</param>
/// <param name="Bookmark">The number key that leads to it, 1 to 9; null for none.</param>
public sealed record Favourite(Waypoint Place, float Truncation, float[] Classes, string Name, int? Bookmark)
{
    /// <summary>The face that is shown now.</summary>
    public static Favourite Of(in WalkState state, int? bookmark = null)
    {
        Waypoint here = state.Here();
        return new Favourite(here, state.TruncationGoal, state.Classes, NameOf(state, here), bookmark);
    }

    private static string NameOf(in WalkState state, Waypoint here) => here.Seed is { } seed ? $"seed {seed}"
        : state.Home is { } home ? $"seed {home} +{state.TravelledNow * (180 / Math.PI):F0}°"
        : "a face";
}
