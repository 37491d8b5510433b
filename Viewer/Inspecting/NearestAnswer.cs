namespace LatentWalk.Viewer.Inspecting;

/// <summary>The training pictures nearest to the one on screen.</summary>
/// <param name="Nearest">Nearest first; at most three.</param>
/// <param name="Threshold">Nearer than this is too near.</param>
/// <param name="TooClose">Whether the generator may only repeat a picture that it was shown.</param>
/// <param name="Words">What it means, for the screen.</param>
internal sealed record NearestAnswer(IReadOnlyList<NearPicture> Nearest, float Threshold, bool TooClose, string Words);
