using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>
/// WGAN-GP (Gulrajani et al. 2017, equation 3): the gradient's norm is to be 1 at a point drawn uniformly on the line
/// between each real picture and its fake.
/// </summary>
internal sealed class GradientPenalty : IPenalty
{
    public Tensor Of(PenaltyInput input)
    {
        var share = Draw.Uniform(input.Random, [input.RealPictures.size(0), 1, 1, 1], input.RealPictures, input.Portion?.First ?? 0);
        var real = input.RealPictures.detach();
        var between = (real + ((input.FakePictures.detach() - real) * share)).requires_grad_();
        return InputGradient.DistanceFromOne(input.Discriminator, between);
    }
}
