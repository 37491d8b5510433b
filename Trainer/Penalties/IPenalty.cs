using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>What keeps the discriminator from growing too steep.</summary>
internal interface IPenalty
{
    /// <summary>The penalty with weight 1, a 0-dim float32 that can be differentiated by the discriminator's weights.</summary>
    Tensor Of(PenaltyInput input);
}
