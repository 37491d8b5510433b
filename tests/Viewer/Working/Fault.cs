namespace LatentWalk.Viewer.Tests.Working;

public enum Fault
{
    None,

    /// <summary>The run throws, as when a device is removed.</summary>
    Throws,

    /// <summary>The run's numbers are not numbers.</summary>
    Nan,

    /// <summary>The run never ends.</summary>
    Hangs,

    /// <summary>The run takes long, but less than its patience.</summary>
    Slow,
}
