using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A cascade over one picture of a pyramid. The offsets of each feature's 16 corners are laid out for its row length. Any thread.</summary>
internal sealed class CascadeSearch
{
    private const int Corners = 16;

    private readonly Cascade _cascade;
    private readonly IntegralImage _image;
    private readonly int[] _offsets;

    public CascadeSearch(Cascade cascade, IntegralImage image)
    {
        _cascade = cascade;
        _image = image;
        _offsets = new int[cascade.Features.Length * Corners];
        for (int i = 0; i < cascade.Features.Length; i++)
        {
            BlockPattern cell = cascade.Features[i];
            for (int corner = 0; corner < Corners; corner++)
            {
                int x = cell.X + (corner % 4 * cell.Width);
                int y = cell.Y + (corner / 4 * cell.Height);
                _offsets[(i * Corners) + corner] = (y * image.Stride) + x;
            }
        }
    }

    /// <returns>The number of stages that the window at (x, y) passes; all of them for a hit.</returns>
    public int StagesPassed(int x, int y)
    {
        ref uint window = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_image.Sums), (y * _image.Stride) + x);
        CascadeStage[] stages = _cascade.Stages;
        for (int s = 0; s < stages.Length; s++)
        {
            CascadeStage stage = stages[s];
            double sum = 0;
            for (int t = stage.FirstTree; t < stage.FirstTree + stage.TreeCount; t++)
            {
                sum += Leaf(ref window, _cascade.Trees[t]);
            }

            if (sum < stage.Threshold)
            {
                return s;
            }
        }

        return stages.Length;
    }

    private float Leaf(ref uint window, WeakTree tree)
    {
        int step = 0;
        do
        {
            int index = tree.FirstNode + step;
            TreeNode node = _cascade.Nodes[index];
            int pattern = Pattern(ref window, node.Feature);
            bool left = (_cascade.Subsets[(index * Cascade.SubsetWords) + (pattern >> 5)] >> (pattern & 31) & 1) != 0;
            step = left ? node.Left : node.Right;
        }
        while (step > 0);
        return _cascade.Leaves[tree.FirstLeaf - step];
    }

    /// <summary>One bit for each cell around the middle one: set where its sum is no smaller; from the top left, clockwise, high bit first.</summary>
    private int Pattern(ref uint window, int feature)
    {
        ref int o = ref _offsets[feature * Corners];
        uint p0 = At(ref window, ref o, 0), p1 = At(ref window, ref o, 1), p2 = At(ref window, ref o, 2), p3 = At(ref window, ref o, 3);
        uint p4 = At(ref window, ref o, 4), p5 = At(ref window, ref o, 5), p6 = At(ref window, ref o, 6), p7 = At(ref window, ref o, 7);
        uint p8 = At(ref window, ref o, 8), p9 = At(ref window, ref o, 9), p10 = At(ref window, ref o, 10), p11 = At(ref window, ref o, 11);
        uint p12 = At(ref window, ref o, 12), p13 = At(ref window, ref o, 13), p14 = At(ref window, ref o, 14), p15 = At(ref window, ref o, 15);
        uint middle = p5 - p6 - p9 + p10;
        return (p0 - p1 - p4 + p5 >= middle ? 128 : 0)
            | (p1 - p2 - p5 + p6 >= middle ? 64 : 0)
            | (p2 - p3 - p6 + p7 >= middle ? 32 : 0)
            | (p6 - p7 - p10 + p11 >= middle ? 16 : 0)
            | (p10 - p11 - p14 + p15 >= middle ? 8 : 0)
            | (p9 - p10 - p13 + p14 >= middle ? 4 : 0)
            | (p8 - p9 - p12 + p13 >= middle ? 2 : 0)
            | (p4 - p5 - p8 + p9 >= middle ? 1 : 0);
    }

    // The window lies in the picture and the cells lie in the window: both are checked where they are made.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At(ref uint window, ref int offsets, int corner) => Unsafe.Add(ref window, Unsafe.Add(ref offsets, corner));
}
