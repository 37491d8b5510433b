using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>
/// DRAGAN (Kodali et al. 2017, section 2.3): the gradient's norm is to be 1 around the real pictures. The noise is uniform,
/// up to half the batch's standard deviation.
/// </summary>
internal sealed class DraganPenalty : IPenalty
{
    public Tensor Of(PenaltyInput input)
    {
        var real = input.RealPictures.detach();
        var noise = Draw.Uniform(input.Random, real.shape, real, input.Portion?.First ?? 0);
        var around = (real + (noise * ((input.Portion?.Pictures ?? real).std() * 0.5))).requires_grad_();
        return InputGradient.DistanceFromOne(input.Discriminator, around);
    }
}
