using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render;

/// <summary>The pictures that are asked for.</summary>
/// <param name="NameOf">What a picture is called, without ending.</param>
internal sealed record RenderSubject(IFramePath Path, Func<int, string> NameOf);
