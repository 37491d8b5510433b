namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A cascade while it is read.</summary>
internal sealed class CascadeParts(int featureCount)
{
    private readonly List<CascadeStage> _stages = [];
    private readonly List<WeakTree> _trees = [];
    private readonly List<TreeNode> _nodes = [];
    private readonly List<uint> _subsets = [];
    private readonly List<float> _leaves = [];

    public int StageCount => _stages.Count;

    public void BeginStage(float threshold, int treeCount) => _stages.Add(new CascadeStage(_trees.Count, treeCount, threshold));

    /// <param name="values">For each node: left, right, feature, and the eight words of its subset.</param>
    /// <exception cref="FormatException">A number points outside of what it counts.</exception>
    public void AddTree(ReadOnlySpan<int> values, ReadOnlySpan<float> leaves)
    {
        const int Stride = 3 + Cascade.SubsetWords;
        int count = values.Length / Stride;
        _trees.Add(new WeakTree(_nodes.Count, _leaves.Count));
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<int> node = values.Slice(i * Stride, Stride);
            if ((uint)node[2] >= (uint)featureCount)
            {
                throw new FormatException($"a node names feature {node[2]}; there are {featureCount}");
            }

            RequireStep(node[0], i, count);
            RequireStep(node[1], i, count);
            _nodes.Add(new TreeNode(node[2], node[0], node[1]));
            foreach (int word in node[3..])
            {
                _subsets.Add((uint)word);
            }
        }

        _leaves.AddRange(leaves);
    }

    public Cascade ToCascade(int width, int height, BlockPattern[] features) => new()
    {
        WindowWidth = width,
        WindowHeight = height,
        Stages = [.. _stages],
        Trees = [.. _trees],
        Nodes = [.. _nodes],
        Subsets = [.. _subsets],
        Leaves = [.. _leaves],
        Features = features,
    };

    // Only steps onward, so that no tree can go round in a circle.
    private static void RequireStep(int step, int node, int nodeCount)
    {
        if (step > 0 ? step <= node || step >= nodeCount : -(long)step > nodeCount)
        {
            throw new FormatException($"node {node} of a tree of {nodeCount} goes on to {step}");
        }
    }
}
