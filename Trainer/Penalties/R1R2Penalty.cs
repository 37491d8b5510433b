using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>
/// Half the mean squared norm of the discriminator's gradient by its input, on real pictures (R1, Mescheder et al. 2018,
/// equation 9) and on generated ones (R2, equation 10).
/// </summary>
internal sealed class R1R2Penalty : IPenalty
{
    public Tensor Of(PenaltyInput input)
    {
        // One pass backward for both halves.
        var gradients = InputGradient.Of([input.RealLogits, input.FakeLogits], [input.RealPictures, input.FakePictures]);
        return (gradients[0].square().sum() + gradients[1].square().sum()) * (0.5 / input.RealPictures.size(0));
    }
}
