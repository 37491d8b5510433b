namespace LatentWalk.Walking.Recording;

/// <summary>The values of an action that a recording keeps.</summary>
[Flags]
internal enum ActionParts
{
    None = 0,
    Input = 1,
    Command = 2,
    Drag = 4,
    Amount = 8,
    Index = 16,

    /// <summary>The index, as the name of a mode.</summary>
    Mode = 32,

    /// <summary>The index, as the name of a screen.</summary>
    Screen = 64,
    Place = 128,

    /// <summary>May be missing.</summary>
    Classes = 256,
    Text = 512,

    /// <summary>The text, which may be missing.</summary>
    Name = 1024,
    Favourites = 2048,
    Stops = 4096,
    Plan = 8192,
}
