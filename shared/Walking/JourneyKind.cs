namespace LatentWalk.Walking;

public enum JourneyKind
{
    Destination,
    AutoWalk,
    Back,
}
