using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// The Wasserstein distance by a critic (Arjovsky et al. 2017, equation 2). It means something only while the critic's
/// slope is bounded: with a gradient penalty.
/// </summary>
internal sealed class WganLoss : ILoss
{
    public bool PairsWithReal => false;

    public Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null) => fake.mean() - real.mean();

    public Tensor ForGenerator(Tensor? real, Tensor fake) => -fake.mean();

    /// <summary>Only differences of logits mean anything here, so each half is measured against the other's mean.</summary>
    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) =>
        (real.gt(fake.mean()).to(float32).mean(), fake.lt(real.mean()).to(float32).mean());
}
