namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Which part of a robot has which colour of its scheme.</summary>
internal sealed record Livery(
    Colour Helmet, Colour Chest, Colour Waist, Colour Shoulder, Colour Forearm, Colour Skirt, Colour Thigh, Colour Shin, Colour Knee, Colour Foot, Colour Wing)
{
    /// <summary>Patterns there are.</summary>
    internal const int Count = 4;

    internal static Livery Of(Scheme c, int pattern) => pattern switch
    {
        0 => new(c.Main, c.Second, c.Third, c.Main, c.Main, c.Main, c.Main, c.Main, c.Main, c.Third, c.Second),
        1 => new(c.Main, c.Main, c.Second, c.Second, c.Main, c.Second, c.Second, c.Main, c.Third, c.Second, c.Main),
        2 => new(c.Second, c.Second, c.Main, c.Main, c.Second, c.Main, c.Main, c.Second, c.Main, c.Second, c.Main),
        _ => new(c.Main, c.Main, c.Third, c.Main, c.Second, c.Main, c.Second, c.Main, c.Second, c.Main, c.Third),
    };
}
