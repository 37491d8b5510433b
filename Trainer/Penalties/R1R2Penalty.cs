using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>
/// Half the mean squared norm of the discriminator's gradient by its input, on real pictures (R1, Mescheder et al. 2018,
/// equation 9) and on generated ones (R2, equation 10). No batch norm may stand between a picture and its logit:
/// the gradients of a sum are each picture's own only then.
/// </summary>
internal sealed class R1R2Penalty : IPenalty
{
    public Tensor Of(Tensor realPictures, Tensor realLogits, Tensor fakePictures, Tensor fakeLogits)
    {
        // create_graph keeps no graph by itself in TorchSharp: retain_graph has to be asked for as well.
        var gradients = autograd.grad(
            [realLogits.sum(), fakeLogits.sum()], [realPictures, fakePictures], retain_graph: true, create_graph: true);
        return (gradients[0].square().sum() + gradients[1].square().sum()) * (0.5 / realPictures.size(0));
    }
}
