namespace LatentWalk.Viewer.App;

/// <summary>What has come from the worker since the last look.</summary>
/// <param name="Pictures">How many pictures changed.</param>
/// <param name="Error">Why there is no picture; null while all is well.</param>
/// <param name="Notice">What the user should be told, once: a provider failed and the CPU took over.</param>
internal readonly record struct DeskNews(int Pictures, string? Error, string? Notice);
