namespace LatentWalk.Walking;

/// <summary>[classes] weights that sum to 1, never written after they were made: they are compared by reference.</summary>
internal static class ClassWeights
{
    /// <summary>The weights a share in [0, 1] of the way on: those themselves where they do not change, else new ones.</summary>
    public static float[] Between(float[] from, float[] to, float share)
    {
        if (share == 0 || ReferenceEquals(from, to) || from.Length != to.Length || from.AsSpan().SequenceEqual(to))
        {
            return from;
        }

        float[] weights = new float[from.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = float.Lerp(from[i], to[i], share);
        }

        return weights;
    }
}
