namespace LatentWalk.Walking;

/// <summary>What lies over the picture. The walk goes on behind all of them.</summary>
public enum Screen
{
    /// <summary>Nothing: the hands are on the walk.</summary>
    Play,

    /// <summary>What to walk in; a start without arguments begins here.</summary>
    Title,

    /// <summary>Pause: every command in a list.</summary>
    Menu,

    Settings,

    Help,

    /// <summary>The faces that were kept.</summary>
    Shelf,
}
