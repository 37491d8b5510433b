using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// Binary cross-entropy with the non-saturating generator (Goodfellow et al. 2014, section 3).
/// With x a logit, −log σ(x) = softplus(−x) and −log(1 − σ(x)) = softplus(x).
/// </summary>
internal sealed class BceLoss : ILoss
{
    public bool PairsWithReal => false;

    public Tensor ForDiscriminator(Tensor real, Tensor fake) => softplus(-real).mean() + softplus(fake).mean();

    public Tensor ForGenerator(Tensor? real, Tensor fake) => softplus(-fake).mean();

    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) =>
        (real.gt(0).to(float32).mean(), fake.lt(0).to(float32).mean());
}
