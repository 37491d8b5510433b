namespace LatentWalk.Exporter.Render;

/// <summary>Ways to come back to where one began.</summary>
internal enum LoopStyle
{
    /// <summary>A great circle through one latent.</summary>
    Circle,

    /// <summary>A wander without a face that it must show.</summary>
    Noise,

    /// <summary>From each latent to the next and back to the first.</summary>
    Keys,
}
