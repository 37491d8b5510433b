namespace LatentWalk.StandIns.Tests.Surface;

internal enum MemberKind
{
    Constructor,
    Method,
    Property,
    Field,
    Event,

    /// <summary>A name of an enum.</summary>
    Value,
}
