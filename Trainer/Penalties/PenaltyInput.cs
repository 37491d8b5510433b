using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Losses;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>What one step has for a penalty to look at.</summary>
/// <param name="Discriminator">Pictures [N, 3, H, W] → logits [N].</param>
/// <param name="RealPictures">A leaf [N, 3, H, W] that requires gradients.</param>
/// <param name="RealLogits">[N], computed from them.</param>
/// <param name="FakePictures">As the real ones.</param>
/// <param name="FakeLogits">[N], computed from them.</param>
/// <param name="Random">Of this step and of nothing else.</param>
/// <param name="Portion">The part of a batch that all this is of; null for a whole one.</param>
internal sealed record PenaltyInput(
    Func<Tensor, Tensor> Discriminator, Tensor RealPictures, Tensor RealLogits, Tensor FakePictures, Tensor FakeLogits, CounterRandom Random, Portion? Portion = null);
