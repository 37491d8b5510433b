namespace LatentWalk.Core.Networks;

/// <summary>What a <c>residual</c> network has to keep to; the others have none of its knobs.</summary>
internal static class ResidualRules
{
    private const int Widest = 4096;

    internal static void Check(List<string> problems, string name, string network, bool batchNorm, int depth, ResidualStages stages)
    {
        if (network == NetworkKinds.Residual)
        {
            CheckKnobs(problems, name, batchNorm, depth, stages);
            return;
        }

        (string Knob, double Value)[] knobs =
        [
            ("maxWidth", stages.MaxWidth), ("blocks", stages.Blocks), ("topBlocks", stages.TopBlocks), ("groupSize", stages.GroupSize), ("expansion", stages.Expansion),
        ];
        foreach (var (knob, value) in knobs.Where(knob => knob.Value != 0))
        {
            problems.Add(NetworkRules.ForeignKnob(name, knob, $"{value}", NetworkKinds.Residual, network, "0"));
        }
    }

    private static void CheckKnobs(List<string> problems, string name, bool batchNorm, int depth, ResidualStages stages)
    {
        if (batchNorm)
        {
            problems.Add($"{name} batchNorm is on, but network '{NetworkKinds.Residual}' has no normalisation; expected off");
        }

        if (depth != 0)
        {
            problems.Add($"{name} depth is {depth}, which network '{NetworkKinds.Residual}' counts by blocks; expected 0");
        }

        if (stages.MaxWidth < stages.Width || stages.MaxWidth > Widest)
        {
            problems.Add($"{name} maxWidth is {stages.MaxWidth}; expected width ({stages.Width}) to {Widest}");
        }

        if (stages.Blocks is < 1 or > 16)
        {
            problems.Add($"{name} blocks is {stages.Blocks}; expected 1 to 16 at each side");
        }

        if (stages.TopBlocks is < 0 or > 16)
        {
            problems.Add($"{name} topBlocks is {stages.TopBlocks}; expected 0 (as blocks) to 16");
        }

        if (stages.GroupSize is < 1 or > 1024)
        {
            problems.Add($"{name} groupSize is {stages.GroupSize}; expected 1 to 1024 channels");
        }

        if (!(stages.Expansion > 0 && stages.Expansion <= 8))
        {
            problems.Add($"{name} expansion is {stages.Expansion}; expected more than 0 and at most 8");
        }
    }
}
