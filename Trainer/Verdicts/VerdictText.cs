using System.Text;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>A verdict as lines for a terminal.</summary>
internal static class VerdictText
{
    /// <param name="runFolder">As the user names it.</param>
    public static string Of(Verdict verdict, string runFolder)
    {
        var text = new StringBuilder();
        text.AppendLine($"{verdict.Headline}. {verdict.Text}");
        var main = verdict.Findings.FirstOrDefault(finding => !finding.Over);
        foreach (var knob in main?.Knobs ?? [])
        {
            text.AppendLine(knob.InRun ? $"  turn {knob.Option} ({knob.Does}): lw train --run {runFolder} --resume {knob.Option}" : $"  turn {knob.Option} in a new run ({knob.Does})");
        }

        foreach (var other in verdict.Findings.Where(finding => finding != main))
        {
            text.AppendLine($"{(other.Over ? "Over now" : "Also")}: {Verdict.Name(other)}, since step {other.Since}. {other.Seen}");
        }

        if (verdict.Export is { } export)
        {
            text.AppendLine(export.Worthwhile ? $"Export step {export.Step}: {export.Why}: lw export {export.Path} -o generator.onnx" : $"Nothing is worth exporting yet; the likeliest is step {export.Step}: {export.Why}: '{export.Path}'.");
        }

        return text.ToString().TrimEnd();
    }
}
