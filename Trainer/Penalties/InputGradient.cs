using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>The discriminator's gradient by its input, itself to be differentiated.</summary>
/// <remarks>
/// No batch norm may stand between a picture and its logit: the gradients of a sum are each picture's own only then.
/// </remarks>
internal static class InputGradient
{
    // Keeps the root of the squared norm differentiable where a gradient is zero.
    private const double Smallest = 1e-12;

    /// <returns>[N, 3, H, W] for each of the batches.</returns>
    public static IList<Tensor> Of(IReadOnlyList<Tensor> logits, IReadOnlyList<Tensor> pictures) =>

        // create_graph keeps no graph by itself in TorchSharp: retain_graph has to be asked for as well.
        autograd.grad([.. logits.Select(batch => batch.sum())], [.. pictures], retain_graph: true, create_graph: true);

    /// <summary>The mean over the batch of (‖gradient‖ − 1)².</summary>
    public static Tensor DistanceFromOne(Func<Tensor, Tensor> discriminator, Tensor pictures)
    {
        var gradient = Of([discriminator(pictures)], [pictures])[0];
        return ((gradient.square().flatten(1).sum(1) + Smallest).sqrt() - 1).square().mean();
    }
}
