namespace LatentWalk.Exporter.Triton;

/// <summary>What an export came to.</summary>
/// <param name="Name">The model's.</param>
/// <param name="Folder">Of the model.</param>
/// <param name="Version">1 for a new model.</param>
/// <param name="IsNew">False where the newest version is this very file already.</param>
internal sealed record TritonVersion(string Name, string Folder, int Version, bool IsNew);
