namespace LatentWalk.Viewer.Walking;

internal enum JourneyKind
{
    Destination,
    AutoWalk,
    Back,
}
