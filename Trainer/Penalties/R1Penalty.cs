using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>Half the mean squared norm of the discriminator's gradient by real pictures (Mescheder et al. 2018, equation 9).</summary>
internal sealed class R1Penalty : IPenalty
{
    public Tensor Of(PenaltyInput input) =>
        InputGradient.Of([input.RealLogits], [input.RealPictures])[0].square().sum() * (0.5 / input.RealPictures.size(0));
}
