namespace LatentWalk.Core.Networks;

/// <summary>
/// The shape of a <c>residual</c> network (after R3GAN: Huang et al., "The GAN is dead; long live the GAN!", 2024): one stage for each
/// side 4, 8, … R. A generator begins with a learned 4×4 picture whose channels a linear map of [z, c] scales, a discriminator ends
/// in one that weighs each channel. A block adds to its input what a convolution 1×1, one 3×3 in groups and another 1×1, with
/// LeakyReLU between them, make of it. Between stages a 1×1 convolution changes the channels, where they change, on the
/// smaller side; the side is doubled bilinearly and halved by the mean of 2×2.
/// </summary>
/// <param name="Resolution">Side of the picture.</param>
/// <param name="Width">Channels at that side; they double with each halving.</param>
/// <param name="MaxWidth">The most that they double to.</param>
/// <param name="Blocks">Blocks of a stage.</param>
/// <param name="TopBlocks">Blocks of the last stage; 0 for as many as the others have.</param>
/// <param name="GroupSize">Channels of a group.</param>
/// <param name="Expansion">Channels inside a block relative to those outside.</param>
public sealed record ResidualStages(int Resolution, int Width, int MaxWidth, int Blocks, int TopBlocks, int GroupSize, double Expansion)
{
    public static ResidualStages Of(GeneratorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(spec.Resolution, spec.Width, spec.MaxWidth, spec.Blocks, spec.TopBlocks, spec.GroupSize, spec.Expansion);
    }

    /// <inheritdoc cref="Of(GeneratorSpec)"/>
    public static ResidualStages Of(DiscriminatorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(spec.Resolution, spec.Width, spec.MaxWidth, spec.Blocks, spec.TopBlocks, spec.GroupSize, spec.Expansion);
    }

    /// <summary>4, 8, … <see cref="Resolution"/>.</summary>
    public IEnumerable<int> Sides => Enumerable.Range(2, int.Log2(Resolution) - 1).Select(exponent => 1 << exponent);

    /// <summary>Blocks of all stages.</summary>
    public int AllBlocks => Sides.Sum(BlocksAt);

    /// <summary>Channels between the blocks of a stage.</summary>
    public int ChannelsAt(int side) => (int)Math.Min(MaxWidth, (long)Width * (Resolution / side));

    /// <summary>Channels inside the blocks of a stage: whole groups, one at least.</summary>
    public int InnerChannelsAt(int side) => GroupSize * (int)Math.Max(1, Math.Round(ChannelsAt(side) * Expansion / GroupSize));

    public int BlocksAt(int side) => side == Resolution && TopBlocks > 0 ? TopBlocks : Blocks;

    /// <summary>Whether a 1×1 convolution stands between this side and its half.</summary>
    public bool ChangesBelow(int side) => side > 4 && ChannelsAt(side) != ChannelsAt(side / 2);
}
