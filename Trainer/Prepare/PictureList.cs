using System.Text.Encodings.Web;
using System.Text.Json;
using LatentWalk.Trainer.Prepare.Truth;

namespace LatentWalk.Trainer.Prepare;

/// <summary>One JSON line for each picture: whether it is in the set, why not, and its scores. Memory does not grow.</summary>
internal sealed class PictureList(Stream stream) : IDisposable
{
    private static readonly PrepareStep[] s_scored =
        [PrepareStep.Small, PrepareStep.Aspect, PrepareStep.Blur, PrepareStep.Grey, PrepareStep.Photo, PrepareStep.Background, PrepareStep.Turn];

    private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Add(string name, int face, byte[] sha256, PictureScores scores, string? reason, string? label, Verdict? truth, PrepareOptions options)
    {
        _json.WriteStartObject();
        _json.WriteString("file", name);
        if (face >= 0)
        {
            _json.WriteNumber("face", face);
        }

        _json.WriteBoolean("kept", scores.Refused is null);
        if (scores.Refused is { } step)
        {
            _json.WriteString("step", StepNames.Of(step));
            _json.WriteString("reason", reason);
        }

        if (label is not null)
        {
            _json.WriteString("class", label);
        }

        if (truth is not null)
        {
            _json.WriteString("truth", truth.Keep ? "keep" : truth.Reason ?? TruthSummary.NoReason);
        }

        if (sha256.Length > 0)
        {
            _json.WriteString("sha256", Convert.ToHexStringLower(sha256));
        }

        if (scores.Slot >= 0)
        {
            _json.WriteNumber("width", scores.Width);
            _json.WriteNumber("height", scores.Height);
            foreach (PrepareStep scored in s_scored.Where(options.Does))
            {
                _json.WriteNumber(StepNames.Of(scored), Math.Round(scores.Of(scored), 4));
            }
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        stream.WriteByte((byte)'\n');
    }

    public void Dispose() => _json.Dispose();
}
