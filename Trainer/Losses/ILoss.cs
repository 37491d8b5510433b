using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// What the two networks play for. Logits are [N] float32; every result is a 0-dim float32 that can be differentiated,
/// but for the accuracies, which are shares in [0, 1].
/// </summary>
internal interface ILoss
{
    /// <summary>Whether the generator's loss needs the logits of real pictures too.</summary>
    bool PairsWithReal { get; }

    /// <param name="random">Of this step and of nothing else.</param>
    /// <param name="portion">The part of a batch that the logits are of; null for a whole one.</param>
    Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null);

    /// <param name="real">Logits of the real batch under the updated discriminator; null unless <see cref="PairsWithReal"/>.</param>
    /// <param name="fake">Logits of the generated batch, connected to the generator.</param>
    Tensor ForGenerator(Tensor? real, Tensor fake);

    /// <summary>How much of each batch the discriminator tells right.</summary>
    (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake);
}
