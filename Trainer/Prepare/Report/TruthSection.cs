using System.Globalization;
using System.Text;
using LatentWalk.Trainer.Prepare.Truth;

namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>The part of the report that holds the filters against the truth.</summary>
internal static class TruthSection
{
    private static readonly string[] s_heads = ["left out", "rightly", "precision", "meant for it", "caught", "by others", "recall"];

    /// <param name="picture">Appends a thumbnail with a name and a line below it.</param>
    public static void Append(StringBuilder html, TruthSummary truth, TruthTally tally, Action<int, string, string> picture)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>Against the truth</h2><p>Of {truth.Known:N0} pictures that {Html.Text(Path.GetFileName(truth.File))} names, {truth.Good:N0} should be kept. ");
        html.Append(CultureInfo.InvariantCulture, $"Kept: {truth.GoodKept:N0} of those, and {truth.BadKept:N0} that should not be. <b>Precision {Part(truth.Precision)}</b>, <b>recall {Part(truth.Recall)}</b>.</p>");
        if (truth.Unknown + truth.Absent > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{truth.Unknown:N0} pictures are not named there, {truth.Absent:N0} names have no picture; neither count.</p>");
        }

        string heads = string.Concat(s_heads.Select(head => $"<th class=\"number\">{head}</th>"));
        html.Append(CultureInfo.InvariantCulture, $"<table><tr><th>filter</th>{heads}</tr>\n");
        foreach ((string step, FilterTruth filter) in truth.Filters.Where(entry => entry.Value.LeftOut + entry.Value.Meant > 0))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{step}</td>{Number(filter.LeftOut)}{Number(filter.Rightly)}<td class=\"number\">{Part(filter.Precision)}</td>{Number(filter.Meant)}{Number(filter.Caught)}{Number(filter.CaughtByOthers)}<td class=\"number\">{Part(filter.Recall)}</td></tr>\n");
        }

        html.Append("</table><p class=\"small\">Precision: of what a filter left out, the part that should go. Recall: of what should go for its reason, the part that went; each picture counts with the first filter that refuses it.</p>");
        html.Append("<table><tr><th>should go because</th><th class=\"number\">pictures</th><th class=\"number\">went</th><th>by</th></tr>\n");
        foreach ((string reason, ReasonTruth all) in truth.Reasons)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"name\">{Html.Text(reason)}</td>{Number(all.Count)}{Number(all.Gone)}<td>{string.Join(", ", all.By.Select(entry => $"{entry.Key} {entry.Value:N0}"))}</td></tr>\n");
        }

        html.Append("</table>");
        Pictures(html, "Kept, and should not be", truth.BadKept, [.. tally.WronglyKept.Select(entry => (entry.Index, entry.Name, string.Empty))], picture);
        Pictures(html, "Left out, and should be kept", truth.Good - truth.GoodKept, [.. tally.WronglyGone.Select(entry => (entry.Index, entry.Name, StepNames.Of(entry.Step)))], picture);
    }

    /// <summary>A part of one as a percentage that never rounds up to all; a dash for nothing.</summary>
    public static string Part(double? part) =>
        part is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(part.Value * 1000 + 1e-9) / 10:0.0} %");

    private static string Number(int count) => string.Create(CultureInfo.InvariantCulture, $"<td class=\"number\">{count:N0}</td>");

    private static void Pictures(StringBuilder html, string title, int all, List<(int Index, string Name, string Below)> examples, Action<int, string, string> picture)
    {
        if (examples.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h3>{title}</h3><p class=\"small\">{examples.Count:N0} of {all:N0}.</p><div class=\"thumbs\">");
        foreach ((int index, string name, string below) in examples)
        {
            picture(index, name, below);
        }

        html.Append("</div>");
    }
}
