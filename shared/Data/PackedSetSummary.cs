namespace LatentWalk.Data;

/// <summary>What was written.</summary>
/// <param name="Fingerprint">As <see cref="PackedSet.Fingerprint"/>.</param>
/// <param name="FileBytes">Length of the file.</param>
public sealed record PackedSetSummary(string Path, int Count, string Fingerprint, long FileBytes, IReadOnlyList<SetClass> Classes);
