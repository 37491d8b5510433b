namespace LatentWalk.Inference;

/// <summary>What one layer makes of a latent.</summary>
/// <param name="Name">The name of the value in the file.</param>
/// <param name="Values">float32 [channels, height, width].</param>
public sealed record LayerMap(string Name, int Channels, int Height, int Width, float[] Values);
