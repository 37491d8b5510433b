namespace LatentWalk.Core.Networks;

/// <summary>What a <c>skip</c> generator has to keep to; the others have none of its knobs.</summary>
internal static class SkipRules
{
    private const int MostColours = 256;

    internal static void Check(List<string> problems, string name, string network, bool gateAll, int palette)
    {
        if (network == NetworkKinds.Skip)
        {
            if (palette is < 0 or 1 or > MostColours)
            {
                problems.Add($"{name} palette is {palette}; expected 0 (none) or 2 to {MostColours} colours");
            }

            return;
        }

        if (gateAll)
        {
            problems.Add(NetworkRules.ForeignKnob(name, "gateAll", "true", NetworkKinds.Skip, network, "false"));
        }

        if (palette != 0)
        {
            problems.Add(NetworkRules.ForeignKnob(name, "palette", $"{palette}", NetworkKinds.Skip, network, "0"));
        }
    }
}
