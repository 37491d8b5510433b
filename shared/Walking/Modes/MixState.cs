namespace LatentWalk.Walking.Modes;

/// <summary>A blend of two or three faces. Immutable.</summary>
/// <param name="Weights">[corners], summing to 1.</param>
/// <param name="Row">The chosen slider: the corners first, then the truncation, then the classes.</param>
/// <param name="Candidate">How often another face was put in a corner: the next one comes after it.</param>
public sealed record MixState(IReadOnlyList<Favourite> Corners, float[] Weights, int Row, int Candidate)
{
    public const int LeastCorners = 2;
    public const int MostCorners = 3;

    /// <summary>The corners' places; the same object as long as they are.</summary>
    public IReadOnlyList<Waypoint> Places { get; private init; } = [.. Corners.Select(corner => corner.Place)];

    /// <summary>Other faces in the corners.</summary>
    public MixState WithCorners(IReadOnlyList<Favourite> corners, float[] weights, int candidate) =>
        new(corners, weights, Math.Min(Row, corners.Count - 1), candidate);

    /// <summary>
    /// Weights that sum to 1 with one of them set: the others share the rest as they did before, or evenly where there
    /// was nothing to share.
    /// </summary>
    public static float[] With(float[] weights, int index, float share)
    {
        float others = 1 - weights[index];
        float[] next = new float[weights.Length];
        for (int i = 0; i < next.Length; i++)
        {
            next[i] = i == index ? share
                : others > 1e-4f ? weights[i] / others * (1 - share)
                : (1 - share) / (weights.Length - 1);
        }

        return next;
    }
}
