namespace LatentWalk.Walking.Modes;

/// <summary>The ways to play.</summary>
public enum WalkMode
{
    Fly,
    Compass,
    Grid,
    Breed,
    Mix,
    Journey,
    Timeline,
    Compare,
    Inspect,
    Attract,
}
