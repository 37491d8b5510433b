using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks.Dcgan;
using LatentWalk.Trainer.Networks.Residual;
using LatentWalk.Trainer.Networks.Skip;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>
/// A generator of any kind: [z, c], [N, zdim + classes] → pictures [N, 3, R, R], in [-1, 1] when it ends in Tanh. Its
/// parameters and buffers are those of <see cref="TensorNames.Of(GeneratorSpec)"/>.
/// </summary>
internal abstract class Generator(GeneratorSpec spec) : nn.Module<Tensor, Tensor>(nameof(Generator))
{
    /// <summary>Index of the first tensor's draw; the discriminator's begin at <see cref="Discriminator.FirstDraw"/>.</summary>
    protected const ulong FirstDraw = 0;

    public GeneratorSpec Spec { get; } = spec;

    /// <summary>The network of a description, which <see cref="GeneratorSpec.Validate"/> let pass; its weights are still to be drawn or loaded.</summary>
    public static Generator Of(GeneratorSpec spec) => spec.Network switch
    {
        NetworkKinds.Dcgan => new DcganGenerator(spec),
        NetworkKinds.Residual => new ResidualGenerator(spec),
        NetworkKinds.Skip => new SkipGenerator(spec),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
    };

    /// <summary>Draws every weight as this kind begins; a function of the seed alone.</summary>
    public abstract void Initialise(ulong seed);
}
