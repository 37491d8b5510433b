using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>The classes of one step, int64 [N] each.</summary>
/// <param name="Real">Of the real pictures.</param>
/// <param name="Asked">That the latents ask for.</param>
internal sealed record BatchClasses(Tensor Real, Tensor Asked);
