namespace LatentWalk.Walking;

/// <summary>The curves of <see cref="Easing"/>.</summary>
public static class Easings
{
    /// <summary>How far along a leg one is after the part <paramref name="t"/> of its time; 0 at 0 and 1 at 1.</summary>
    public static double Apply(Easing easing, double t) => easing == Easing.Smooth
        ? t * t * t * (t * (6 * t - 15) + 10)
        : t;

    public static string Name(Easing easing) => easing switch
    {
        Easing.Smooth => "smooth",
        Easing.Flowing => "flowing",
        _ => "linear",
    };
}
