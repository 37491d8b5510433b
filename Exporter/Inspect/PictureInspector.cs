using System.Text.Json.Nodes;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A PNG, and the latent in it if this project saved it.</summary>
internal static class PictureInspector
{
    public static Inspection Inspect(string path)
    {
        var (_, width, height) = PngFile.Read(path);
        var latent = PngFile.ReadLatent(path);
        return new Inspection("picture",
        [
            new("path", "path", path),
            new("width", "width", width),
            new("height", "height", height),
            new("hasLatent", "latent", latent is not null, latent is null ? "none: not saved by Latent Walk" : "inside"),
            new("model", "model SHA-256", latent?.Model),
            new("seed", "seed", latent?.Seed),
            new("z", "z", latent?.Z is { } z ? (JsonNode)Latent.ToBase64(z) : null, latent?.Z is { } shown ? $"{shown.Length} components" : null),
            new("truncation", "truncation", latent?.Truncation),
            new("step", "step", latent?.Step),
            new("app", "made by", latent?.App),
        ]);
    }
}
