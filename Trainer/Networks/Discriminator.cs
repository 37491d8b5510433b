using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks.Dcgan;
using LatentWalk.Trainer.Networks.Residual;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Networks;

/// <summary>
/// A discriminator of any kind: pictures [N, 3, R, R] → logits [N], without a sigmoid. Its parameters and buffers are those of
/// <see cref="TensorNames.Of(DiscriminatorSpec)"/>.
/// </summary>
internal abstract class Discriminator(DiscriminatorSpec spec) : nn.Module<Tensor, Tensor>(nameof(Discriminator))
{
    /// <summary>Index of the first tensor's draw, past all of the generator's.</summary>
    protected const ulong FirstDraw = 1000;

    public DiscriminatorSpec Spec { get; } = spec;

    /// <summary>The network of a description, which <see cref="DiscriminatorSpec.Validate"/> let pass; its weights are still to be drawn or loaded.</summary>
    public static Discriminator Of(DiscriminatorSpec spec) => spec.Network switch
    {
        NetworkKinds.Dcgan => new DcganDiscriminator(spec),
        NetworkKinds.Residual => new ResidualDiscriminator(spec),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Network, "Validate() lets no other network pass."),
    };

    /// <summary>Draws every weight as this kind begins; a function of the seed alone.</summary>
    public abstract void Initialise(ulong seed);

    /// <summary>Pictures [N, 3, R, R] → what both heads look at, [N, features].</summary>
    public abstract Tensor Features(Tensor input);

    /// <summary>Features → logits of being real [N].</summary>
    public abstract Tensor Logits(Tensor features);

    /// <summary>Features → logits of the classes [N, classes]; only where there are classes.</summary>
    public abstract Tensor ClassLogits(Tensor features);

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Logits(Features(input)).MoveToOuterDisposeScope();
    }
}
