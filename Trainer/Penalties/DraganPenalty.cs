using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>
/// DRAGAN (Kodali et al. 2017, section 2.3): the gradient's norm is to be 1 around the real pictures. As in its authors' experiments
/// at a point drawn uniformly on the line from each picture to one with noise on it, uniform, up to half the batch's standard
/// deviation: with all the noise on every picture, nothing holds a discriminator where pictures of flat colours are, and it wins.
/// </summary>
internal sealed class DraganPenalty : IPenalty
{
    public Tensor Of(PenaltyInput input)
    {
        var real = input.RealPictures.detach();
        long pictures = real.size(0), values = real.numel() / pictures;

        // Of each picture first its share of the noise, then the noise: a part of a batch draws what it would as one of the whole.
        var drawn = Draw.Uniform(input.Random, [pictures, 1 + values], real, input.Portion?.First ?? 0);
        var noise = (drawn.narrow(1, 0, 1) * drawn.narrow(1, 1, values)).reshape(real.shape);
        var around = (real + (noise * ((input.Portion?.Pictures ?? real).std() * 0.5))).requires_grad_();
        return InputGradient.DistanceFromOne(input.Discriminator, around);
    }
}
