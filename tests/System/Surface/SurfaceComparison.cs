namespace LatentWalk.StandIns.Tests.Surface;

internal static class SurfaceComparison
{
    /// <returns>What the types show and the list lacks, a line each, in order; empty when all is well.</returns>
    public static IReadOnlyList<string> Invented(IEnumerable<Type> types, SignatureList real)
    {
        List<string> invented = [];
        List<Type> shown = [.. types];
        invented.AddRange(shown.Select(CompiledSurface.KeyOf).Where(key => !real.HasType(key)).Select(key => $"{key}: the real library has no such type"));
        foreach ((string type, MemberShape member) in CompiledSurface.Of(shown))
        {
            if (real.HasType(type) && !real.Has(type, member))
            {
                invented.Add($"{type}: {member}");
            }
        }

        invented.Sort(StringComparer.Ordinal);
        return invented;
    }
}
