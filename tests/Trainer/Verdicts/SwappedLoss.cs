using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Losses;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>Teaches the discriminator that drawn pictures are real and real ones drawn.</summary>
internal sealed class SwappedLoss(ILoss loss) : ILoss
{
    public bool PairsWithReal => loss.PairsWithReal;

    public Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null) => loss.ForDiscriminator(fake, real, random, portion);

    public Tensor ForGenerator(Tensor? real, Tensor fake) => loss.ForGenerator(real, fake);

    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) => loss.Accuracies(real, fake);
}
