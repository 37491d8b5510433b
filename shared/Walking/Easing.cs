namespace LatentWalk.Walking;

/// <summary>How a journey goes from one key frame to the next. Files name them: a name, once published, stays.</summary>
public enum Easing
{
    /// <summary>Even speed, with a corner at each key frame.</summary>
    Linear,

    /// <summary>Rests a moment at each key frame.</summary>
    Smooth,

    /// <summary>Through the key frames without stop or corner.</summary>
    Flowing,
}
