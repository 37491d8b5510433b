using LatentWalk.Core.Randomness;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// The relativistic pair loss (Jolicoeur-Martineau 2018; Huang et al. 2024, equation 2): a fake need not look real,
/// only more real than the picture it is paired with.
/// </summary>
internal sealed class RelativisticLoss : ILoss
{
    public bool PairsWithReal => true;

    public Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null) => softplus(fake - real).mean();

    public Tensor ForGenerator(Tensor? real, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(real);
        return softplus(real - fake).mean();
    }

    /// <summary>Only differences of logits mean anything here, so each half is measured against the other's mean.</summary>
    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) =>
        (real.gt(fake.mean()).to(float32).mean(), fake.lt(real.mean()).to(float32).mean());
}
