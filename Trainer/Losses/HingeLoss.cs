using LatentWalk.Core.Randomness;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Losses;

/// <summary>The hinge loss (Lim and Ye 2017; Miyato et al. 2018, equations 17 and 18): a logit past ±1 is right enough.</summary>
internal sealed class HingeLoss : ILoss
{
    public bool PairsWithReal => false;

    public Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null) => relu(1 - real).mean() + relu(1 + fake).mean();

    public Tensor ForGenerator(Tensor? real, Tensor fake) => -fake.mean();

    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) =>
        (real.gt(0).to(float32).mean(), fake.lt(0).to(float32).mean());
}
