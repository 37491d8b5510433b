namespace LatentWalk.Walking;

/// <summary>Which generator a picture is asked of.</summary>
/// <param name="Index">For <see cref="SourceKind.Stop"/>.</param>
public readonly record struct SourceRef(SourceKind Kind, int Index = 0)
{
    public static SourceRef Main => default;
}
