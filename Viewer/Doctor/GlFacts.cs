namespace LatentWalk.Viewer.Doctor;

/// <summary>Who draws.</summary>
/// <param name="Kind">How the context was had.</param>
internal sealed record GlFacts(string Vendor, string Renderer, string Version, string Kind);
