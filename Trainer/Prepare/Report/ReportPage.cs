using System.Globalization;
using System.Text;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;
using LatentWalk.Trainer.Prepare.Resampling;
using LatentWalk.Trainer.Prepare.Truth;

namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>
/// One HTML page without scripts or other files. At most 96 kept thumbnails, 24 for each reason, 24 pairs of duplicates, so a
/// few megabytes however large the set.
/// </summary>
internal sealed class ReportPage
{
    private const int LargestThumbnail = 96;
    private const int Bins = 44;
    private const int ClassesShown = 60;

    private static readonly PrepareStep[] s_charts = [PrepareStep.Small, PrepareStep.Aspect, PrepareStep.Blur, PrepareStep.Grey, PrepareStep.Photo, PrepareStep.Background];

    private readonly StringBuilder _html = new(1 << 20);
    private readonly Analysis _analysis;
    private readonly CandidateSpool _spool;
    private readonly ReportGatherer _gatherer;
    private readonly byte[] _square;

    private ReportPage(Analysis analysis, CandidateSpool spool, ReportGatherer gatherer)
    {
        _analysis = analysis;
        _spool = spool;
        _gatherer = gatherer;
        _square = new byte[4 * analysis.Options.Size * analysis.Options.Size];
    }

    private PrepareOptions Options => _analysis.Options;

    public static string Html(PrepareSummary summary, Analysis analysis, CandidateSpool spool, PackedStatistics statistics, ReportGatherer gatherer, SourceLabels? labels, TruthTally? truth)
    {
        var page = new ReportPage(analysis, spool, gatherer);
        page.Head(summary);
        page.Reasons(summary);
        if (summary.Truth is { } told)
        {
            TruthSection.Append(page._html, told, truth!, page.Picture);
        }

        page.Whole(statistics, summary);
        page.Classes(statistics, labels);
        page.Charts();
        page.KeptExamples();
        page.Refused();
        page.Duplicates();
        page.Unreadable();
        page._html.Append("</main></body></html>\n");
        return page._html.ToString();
    }

    private void Head(PrepareSummary summary)
    {
        string name = Report.Html.Text(Path.GetFileName(summary.Set));
        _html.Append($$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{name}}</title><style>
            {{Style}}
            </style></head><body><main>
            <h1>{{name}}</h1>
            <p class="lead"><b>{{summary.Count:N0}}</b> pictures of {{summary.Size}}×{{summary.Size}} from <b>{{summary.Kept:N0}}</b> of {{summary.Candidates:N0}} candidates in {{summary.Files:N0}} files of {{Report.Html.Text(summary.Source)}}{{(Options.Mirror && Options.Does(PrepareStep.Mirror) ? ", each also mirrored" : string.Empty)}}.</p>
            <p class="small">Fingerprint {{summary.Fingerprint}}. What became of each picture, with all scores: {{Report.Html.Text(Path.GetFileName(summary.List))}}.</p>

            """);
    }

    private void Reasons(PrepareSummary summary)
    {
        _html.Append("<h2>Kept and left out</h2><table><tr><th>step</th><th>left out</th><th></th><th>why</th><th>threshold</th></tr>");
        Row("kept", "kept", summary.Kept, "in the set", string.Empty);
        foreach (PrepareStep step in StepNames.Filters)
        {
            bool skipped = !Options.Does(step);
            string threshold = skipped ? "step left out" : Filters.Threshold(step, Options) is { } line ? $"{line.Option} {line.Value:0.###}" : string.Empty;
            if (step == PrepareStep.Background && !skipped && _analysis.Backgrounds.Count == 0)
            {
                threshold = $"not applied: no background is shared by {Options.BackgroundShare * 100:0} % of the pictures";
            }

            Row(StepNames.Of(step), "gone", summary.Refused[StepNames.Of(step)], StepNames.Reason(step), threshold);
        }

        _html.Append("</table>");
        if (summary.Turned > 0)
        {
            _html.Append($"<p>{summary.Turned:N0} pictures were flipped to face left.</p>");
        }
    }

    private void Row(string step, string kind, int count, string why, string threshold)
    {
        double part = _analysis.Count == 0 ? 0 : 100.0 * count / _analysis.Count;
        _html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td>{step}</td><td class=\"number\">{count:N0}</td><td class=\"bar\"><i class=\"{kind}\" style=\"width:{part:0.##}%\"></i></td><td>{why}</td><td class=\"small\">{Report.Html.Text(threshold)}</td></tr>\n");
    }

    private void Whole(PackedStatistics statistics, PrepareSummary summary)
    {
        int size = Options.Size;
        _html.Append("<h2>The set as a whole</h2><div class=\"row\"><figure>");
        _html.Append($"<img class=\"mean\" alt=\"the mean picture\" src=\"{Thumbnail.DataUri(statistics.Mean(), size, size)}\"><figcaption>mean picture</figcaption></figure>");
        _html.Append($"<figure class=\"chart\">{Svg.Levels(statistics.Levels, PackedStatistics.LevelBins)}<figcaption>colours: pixels by level of red, green and blue</figcaption></figure>");
        foreach (string colour in summary.Backgrounds)
        {
            _html.Append($"<figure><i class=\"swatch\" style=\"background:{colour}\"></i><figcaption>background {colour}</figcaption></figure>");
        }

        _html.Append("</div>");
    }

    private void Classes(PackedStatistics statistics, SourceLabels? labels)
    {
        if (labels is null)
        {
            return;
        }

        int most = Math.Max(1, statistics.ClassCounts.Max());
        _html.Append($"<h2>Classes</h2><p class=\"small\">From {Report.Html.Text(labels.Origin)}.</p><table>");
        for (int i = 0; i < Math.Min(ClassesShown, labels.Classes.Count); i++)
        {
            ClassRow(Report.Html.Text(labels.Classes[i]), statistics.ClassCounts[i], most);
        }

        if (labels.Classes.Count > ClassesShown)
        {
            _html.Append($"<tr><td colspan=\"3\" class=\"small\">and {labels.Classes.Count - ClassesShown} more classes</td></tr>");
        }

        ClassRow("<i>none</i>", statistics.ClassCounts[^1], most);
        _html.Append("</table>");
    }

    private void ClassRow(string encodedName, int count, int most) => _html.Append(
        CultureInfo.InvariantCulture,
        $"<tr><td>{encodedName}</td><td class=\"number\">{count:N0}</td><td class=\"bar\"><i class=\"kept\" style=\"width:{100.0 * count / most:0.##}%\"></i></td></tr>\n");

    private void Charts()
    {
        _html.Append("<h2>Scores</h2><p class=\"small\"><i class=\"key kept\"></i> kept <i class=\"key gone\"></i> left out, for this reason or another <i class=\"key mark\"></i> threshold</p><div class=\"row\">");
        foreach (PrepareStep step in s_charts.Where(step => Options.Does(step) && (step != PrepareStep.Background || _analysis.Backgrounds.Count > 0)))
        {
            Threshold threshold = Filters.Threshold(step, Options)!.Value;
            (int[] kept, int[] gone, double low, double high) = ScoreBins.Of(_analysis.Scores, step, threshold.Value, Bins);
            string what = $"{StepNames.Of(step)} ({(threshold.Least ? "at least" : "at most")} {threshold.Value:0.###}, {threshold.Option})";
            _html.Append($"<figure class=\"chart\">{Svg.Histogram(kept, gone, low, high, threshold.Value, what)}<figcaption>{Report.Html.Text(what)}</figcaption></figure>");
        }

        _html.Append("</div>");
    }

    private void KeptExamples()
    {
        _html.Append($"<h2>Kept</h2><p class=\"small\">{_gatherer.Kept.Count} of {_analysis.CountKept():N0}, evenly over the set.</p><div class=\"thumbs\">");
        foreach (int index in _gatherer.Kept)
        {
            Picture(index, _gatherer.Of(index).Name);
        }

        _html.Append("</div>");
    }

    private void Refused()
    {
        foreach (PrepareStep step in StepNames.Filters.Where(step => step is not (PrepareStep.Decode or PrepareStep.Duplicate)))
        {
            IReadOnlyList<int> examples = _gatherer.Refused(step);
            if (examples.Count == 0)
            {
                continue;
            }

            _html.Append($"<h2>Left out: {StepNames.Reason(step)}</h2><p class=\"small\">{examples.Count} of {_analysis.CountRefused(step):N0}.</p><div class=\"thumbs\">");
            foreach (int index in examples)
            {
                Picture(index, _gatherer.Of(index).Name, Score(step, index));
            }

            _html.Append("</div>");
        }
    }

    private void Duplicates()
    {
        IReadOnlyList<int> examples = _gatherer.Refused(PrepareStep.Duplicate);
        if (examples.Count == 0)
        {
            return;
        }

        _html.Append($"<h2>Left out: {StepNames.Reason(PrepareStep.Duplicate)}</h2><p class=\"small\">{examples.Count} of {_analysis.CountRefused(PrepareStep.Duplicate):N0} pairs: left the one that stays, right the one that goes.</p><div class=\"thumbs pairs\">");
        foreach (int index in examples)
        {
            int twin = _analysis.Scores[index].TwinOf;
            _html.Append("<span class=\"pair\">");
            Picture(twin, _gatherer.Of(twin).Name);
            Picture(index, _gatherer.Of(index).Name, $"{_analysis.Scores[index].TwinDifference:0.#}");
            _html.Append("</span>");
        }

        _html.Append("</div>");
    }

    private void Unreadable()
    {
        IReadOnlyList<int> examples = _gatherer.Refused(PrepareStep.Decode);
        if (examples.Count == 0)
        {
            return;
        }

        _html.Append($"<h2>Left out: {StepNames.Reason(PrepareStep.Decode)}</h2><p class=\"small\">{examples.Count} of {_analysis.CountRefused(PrepareStep.Decode):N0}.</p><table>");
        foreach (int index in examples)
        {
            (string name, string? reason) = _gatherer.Of(index);
            _html.Append($"<tr><td class=\"name\">{Report.Html.Text(name)}</td><td class=\"small\">{Report.Html.Text(reason ?? string.Empty)}</td></tr>\n");
        }

        _html.Append("</table>");
    }

    private string Score(PrepareStep step, int index)
    {
        PictureScores scores = _analysis.Scores[index];
        return step == PrepareStep.Small ? $"{scores.Width}×{scores.Height}" : double.IsNaN(scores.Of(step)) ? string.Empty : $"{scores.Of(step):0.###}";
    }

    private void Picture(int index, string name, string score = "")
    {
        int size = Options.Size;
        if (_analysis.Scores[index].Slot < 0)
        {
            _html.Append($"<figure class=\"small\">{Report.Html.Text(name)}<figcaption>{score}</figcaption></figure>\n");
            return;
        }

        _spool.ReadSquare(_analysis.Scores[index].Slot, _square);
        byte[] shown = _square;
        if (size > LargestThumbnail)
        {
            shown = Square.Make(_square, size, new FaceBox(0, 0, size, size), LargestThumbnail, Fit.Pad, default);
        }

        int side = Math.Min(size, LargestThumbnail);
        string text = Report.Html.Text(name);
        _html.Append($"<figure><img alt=\"{text}\" title=\"{text}\" src=\"{Thumbnail.DataUri(shown, side, side)}\">");
        _html.Append(score.Length > 0 ? $"<figcaption>{score}</figcaption></figure>\n" : "</figure>\n");
    }

    private const string Style = """
        :root{color-scheme:light dark;--kept:#2a9d5c;--gone:#d0483e;--line:#8884;--text:#222;--back:#fff}
        @media(prefers-color-scheme:dark){:root{--text:#ddd;--back:#15161a}}
        body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,sans-serif}
        main{max-width:1080px;margin:auto;padding:24px}
        h1{margin:.2em 0;overflow-wrap:anywhere}h2{margin:1.6em 0 .5em;font-size:1.15em}
        .lead{font-size:1.1em;margin:.3em 0}.small{font-size:.85em;opacity:.75;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%}td,th{padding:3px 10px 3px 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.name{overflow-wrap:anywhere;width:30%}
        .bar{width:34%}.bar i{display:block;height:12px;margin-top:6px}
        i.kept{background:var(--kept)}i.gone{background:var(--gone)}i.mark{background:currentColor}
        .key{display:inline-block;width:12px;height:12px;margin:0 4px 0 12px}
        .row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-end}.chart{width:460px;max-width:100%}
        figure{margin:0}figcaption{font-size:.8em;opacity:.75;text-align:center}
        .thumbs{display:flex;flex-wrap:wrap;gap:6px}.thumbs img{display:block;width:80px;height:80px;object-fit:contain;border-radius:3px}
        .pair{display:flex;gap:2px;padding:3px;border:1px solid var(--line);border-radius:5px}
        .mean{width:128px;height:128px;display:block}.swatch{display:block;width:64px;height:64px;border-radius:5px;border:1px solid var(--line)}
        svg{width:100%;display:block}svg text{font-size:11px;fill:currentColor;opacity:.7}
        rect.kept{fill:var(--kept)}rect.gone{fill:var(--gone)}.axis{stroke:currentColor;opacity:.4}.mark{stroke:currentColor;stroke-dasharray:4 3}
        polyline{fill:none;stroke-width:1.6}.red{stroke:#d0483e}.green{stroke:#2a9d5c}.blue{stroke:#3b6fd4}
        """;
}
