using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

internal interface IPenalty
{
    /// <summary>
    /// The penalty with weight 1, a 0-dim float32 that can be differentiated by the discriminator's weights.
    /// Pictures are leaves [N, 3, H, W] that require gradients; logits [N] were computed from them.
    /// </summary>
    Tensor Of(Tensor realPictures, Tensor realLogits, Tensor fakePictures, Tensor fakeLogits);
}
