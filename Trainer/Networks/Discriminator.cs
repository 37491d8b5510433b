using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Networks.Dcgan;
using LatentWalk.Trainer.Networks.Residual;
using LatentWalk.Trainer.Networks.Skip;
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
        NetworkKinds.Skip => new SkipDiscriminator(spec),
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

    /// <summary>
    /// How far what is drawn of the features of real pictures is from them, for kinds that learn by drawing as well: one number,
    /// on top of the loss. Null for the others.
    /// </summary>
    /// <param name="features">Of <see cref="Features"/>.</param>
    /// <param name="pictures">What they are of, [N, 3, R, R] in [-1, 1].</param>
    /// <param name="random">Says which part of the pictures is looked at closely.</param>
    public virtual Tensor? Reconstruction(Tensor features, Tensor pictures, CounterRandom random) => null;

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Logits(Features(input)).MoveToOuterDisposeScope();
    }
}
