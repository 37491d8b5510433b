using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Options;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Losses;

/// <summary>
/// Binary cross-entropy with the non-saturating generator (Goodfellow et al. 2014, section 3).
/// With x a logit, −log σ(x) = softplus(−x) and −log(1 − σ(x)) = softplus(x).
/// </summary>
/// <remarks>
/// What the discriminator is told may be less than certain: real pictures are labelled 1 − s with one-sided smoothing
/// (Salimans et al. 2016, section 3.4), and with label noise every picture is labelled wrong by its own α, uniform in
/// [0, αmax): 1 − α and α. The generator always plays for 1.
/// </remarks>
internal sealed class BceLoss(LossOptions options) : ILoss
{
    public bool PairsWithReal => false;

    public Tensor ForDiscriminator(Tensor real, Tensor fake, CounterRandom random, Portion? portion = null)
    {
        var realLoss = softplus(-real);
        var fakeLoss = softplus(fake);

        // With a picture labelled wrong by α its loss is softplus(∓x) ± α x.
        if (options.LabelNoise > 0)
        {
            long first = portion?.First ?? 0;
            realLoss = realLoss + (real * Labels(random, real, options.LabelSmoothing, first));
            fakeLoss = fakeLoss - (fake * Labels(random, fake, 0, first + (portion?.Whole ?? real.size(0))));
        }
        else if (options.LabelSmoothing > 0)
        {
            realLoss = realLoss + (real * options.LabelSmoothing);
        }

        return realLoss.mean() + fakeLoss.mean();
    }

    public Tensor ForGenerator(Tensor? real, Tensor fake) => softplus(-fake).mean();

    public (Tensor Real, Tensor Fake) Accuracies(Tensor real, Tensor fake) =>
        (real.gt(0).to(float32).mean(), fake.lt(0).to(float32).mean());

    // α for each picture, at least the smoothing's.
    private Tensor Labels(CounterRandom random, Tensor like, double smoothing, long skip)
    {
        var values = new float[like.size(0)];
        random.Skip(skip);
        foreach (ref float value in values.AsSpan())
        {
            value = (float)Math.Max(smoothing, random.NextSingle() * options.LabelNoise);
        }

        return tensor(values).to(like.dtype).to(like.device);
    }
}
