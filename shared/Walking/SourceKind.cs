namespace LatentWalk.Walking;

public enum SourceKind
{
    /// <summary>The generator that is walked in.</summary>
    Main,

    /// <summary>The one it is compared with.</summary>
    Other,

    /// <summary>A checkpoint of the run, by its place in <see cref="WalkState.Stops"/>.</summary>
    Stop,
}
