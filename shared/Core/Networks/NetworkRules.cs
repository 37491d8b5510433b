namespace LatentWalk.Core.Networks;

/// <summary>What both networks have to keep to.</summary>
internal static class NetworkRules
{
    // 65536 filters of 4×4 in the widest layer: past any machine, and far from overflow.
    private const long LargestLayer = 65536;

    internal static void CheckClasses(List<string> problems, string name, int classes)
    {
        if (classes is not (0 or (>= 2 and <= 1024)))
        {
            problems.Add($"{name} classes is {classes}; expected 0 (none) or 2 to 1024");
        }
    }

    /// <summary>The problem of a knob that is set on a network that has it not.</summary>
    internal static string ForeignKnob(string name, string knob, string value, string owner, string network, string unset) =>
        $"{name} {knob} is {value}, a knob of network '{owner}' that '{network}' has not; expected {unset}";

    internal static void CheckDepth(List<string> problems, string name, int depth)
    {
        if (depth is < 0 or > 8)
        {
            problems.Add($"{name} depth is {depth}; expected 0 to 8 further blocks at each resolution");
        }
    }

    internal static void Check(
        List<string> problems, string name, string network, int resolution, int channels, int width, float slope, double epsilon)
    {
        if (!NetworkKinds.All.Contains(network))
        {
            problems.Add($"{name} network is '{network}'; expected {string.Join(" or ", NetworkKinds.All.Select(kind => $"'{kind}'"))}");
        }

        if (resolution is < 8 or > 1024 || !int.IsPow2(resolution))
        {
            problems.Add($"{name} resolution is {resolution}; expected a power of two from 8 to 1024");
        }

        if (network == NetworkKinds.Skip && resolution < SkipShape.SmallestResolution)
        {
            problems.Add($"{name} resolution is {resolution}, but network '{network}' begins at {SkipShape.SmallestResolution}");
        }

        if (channels is not (1 or 3))
        {
            problems.Add($"{name} channels is {channels}; expected 1 or 3");
        }

        if (width < 1 || (long)width * Math.Max(resolution, 8) / 8 > LargestLayer)
        {
            problems.Add($"{name} width is {width}; expected 1 or more, and at most {LargestLayer} filters in the widest layer (width · resolution / 8)");
        }

        if (!(slope >= 0 && slope < 1))
        {
            problems.Add($"{name} leakySlope is {slope}; expected 0 up to, but not, 1");
        }

        if (!(epsilon > 0 && epsilon < 1))
        {
            problems.Add($"{name} batchNormEpsilon is {epsilon}; expected more than 0 and less than 1");
        }
    }
}
