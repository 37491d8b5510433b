namespace LatentWalk.Trainer.Training;

/// <summary>A number of a step that is not finite, or so large that its square is not.</summary>
/// <param name="Step">The step that made it.</param>
/// <param name="What">A clause: what is not finite.</param>
/// <param name="Discriminator">Whether the discriminator was hit, and with it the generator, which learns from its gradients; else the generator alone.</param>
internal sealed record NotFinite(long Step, string What, bool Discriminator);
