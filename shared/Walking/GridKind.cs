namespace LatentWalk.Walking;

public enum GridKind
{
    Neighbours,
    Seeds,
}
