namespace LatentWalk.Viewer.Walking;

internal enum GridKind
{
    Neighbours,
    Seeds,
}
