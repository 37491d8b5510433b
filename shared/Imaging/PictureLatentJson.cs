using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Latents;

namespace LatentWalk.Imaging;

/// <summary>The text under <c>latentwalk</c> in a PNG: strict JSON, one line, the same text for the same latent.</summary>
public static class PictureLatentJson
{
    private const int Version = 1;

    public static string Serialize(PictureLatent latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        if (latent.Validate() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(latent));
        }

        PictureLatentDocument document = new()
        {
            Version = Version,
            Model = latent.Model,
            Seed = latent.Seed,
            Z = latent.Z is null ? null : Latent.ToBase64(latent.Z),
            C = latent.C is null ? null : Latent.ToBase64(latent.C),
            Truncation = latent.Truncation,
            Step = latent.Step,
            Checkpoint = latent.Checkpoint,
            Weights = latent.Weights,
            App = latent.App,
        };
        return JsonSerializer.Serialize(document, PictureLatentJsonContext.Default.PictureLatentDocument);
    }

    /// <param name="source">The file, for the message.</param>
    /// <exception cref="BadDataException">Not strict JSON of this version, or a latent that cannot be.</exception>
    public static PictureLatent Parse(string json, string source)
    {
        PictureLatentDocument? document = StrictJson.TryParse(json, PictureLatentJsonContext.Default.PictureLatentDocument, out string? problem);
        if (document is null)
        {
            throw Refuse(source, problem!);
        }

        if (document.Version != Version)
        {
            throw Refuse(source, $"version {document.Version} where {Version} was expected");
        }

        try
        {
            PictureLatent latent = new()
            {
                Model = document.Model,
                Seed = document.Seed,
                Z = document.Z is null ? null : Latent.FromBase64(document.Z),
                C = document.C is null ? null : Latent.FromBase64(document.C),
                Truncation = document.Truncation,
                Step = document.Step,
                Checkpoint = document.Checkpoint,
                Weights = document.Weights,
                App = document.App,
            };
            return latent.Validate() is { Count: > 0 } problems ? throw Refuse(source, string.Join("; ", problems)) : latent;
        }
        catch (BadDataException error) when (!error.Message.StartsWith('\''))
        {
            throw Refuse(source, error.Message.TrimEnd('.'));
        }
    }

    private static BadDataException Refuse(string source, string problem) => new(
        $"'{source}': its text 'latentwalk' is not a latent of this program: {problem}. The file is damaged or from another version; open another one.");
}
