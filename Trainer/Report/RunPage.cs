using System.Globalization;
using System.Text;
using LatentWalk.Core.Pixels;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Prepare.Report;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Report;

/// <summary>The page of a run: no script, no other file, no request. It is as large as its pictures, a few megabytes at most.</summary>
internal sealed class RunPage
{
    // Enlarged, such a sheet shows its pixels and not a blur of them.
    private const int SmallSheet = 400;

    private readonly StringBuilder _html = new(1 << 20);
    private readonly ReportContent _content;

    private RunPage(ReportContent content) => _content = content;

    private RunRecord Run => _content.Run;

    private TrainingOptions Options => _content.Run.Options;

    public static string Html(ReportContent content)
    {
        var page = new RunPage(content);
        page.Head();
        page.Verdict();
        page.Pictures();
        RunPlots.Append(page._html, content.Run, content.Verdict);
        page.Measures();
        page.Neighbours();
        page.Events();
        page.Configuration();
        page._html.Append("</main></body></html>\n");
        return page._html.ToString();
    }

    private static string Text(string text) => Prepare.Report.Html.Text(text);

    private void Head()
    {
        string name = Text(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_content.RunFolder))));
        string refresh = _content.RefreshSeconds is { } seconds ? $"<meta http-equiv=\"refresh\" content=\"{seconds}\">" : "";
        var last = Run.Lines.Count == 0 ? null : Run.Lines[^1];
        var facts = new List<string> { Text(Options.Preset), $"{Options.Data.Pictures:#,0} pictures at {Options.Generator.Resolution}×{Options.Generator.Resolution}", $"step <b>{Run.Step:#,0}</b> of {Options.Steps:#,0}" };
        if (last is not null)
        {
            facts.Add($"{Duration(last.Seconds)} of training");
            facts.Add(Text($"{last.ImagesPerSecond.ToString("0", CultureInfo.InvariantCulture)} images/s"));
        }

        if (_content.RefreshSeconds is not null)
        {
            double left = last is null || last.ImagesPerSecond <= 0 ? 0 : (Options.Steps - Run.Step) * Options.Batch / last.ImagesPerSecond;
            facts.Add($"<b class=\"live\">training</b>{(left > 0 ? $", {Duration(left)} left" : "")}");
        }

        double part = Options.Steps == 0 ? 0 : Math.Clamp(100.0 * Run.Step / Options.Steps, 0, 100);
        _html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">{{refresh}}<title>{{name}}: {{Text(_content.Verdict.Headline)}}</title><style>
            {{RunPageStyle.Text}}
            </style></head><body><main>
            <header><h1>{{name}}</h1><p class="facts">{{string.Join(" · ", facts)}}</p><div class="progress"><i style="width:{{part:0.#}}%"></i></div></header>

            """);
    }

    private void Verdict()
    {
        var verdict = _content.Verdict;
        var main = verdict.Findings.FirstOrDefault(finding => !finding.Over);
        string mood = verdict.Kind is null ? "good" : verdict.Kind is FindingKind.Plateau ? "calm" : "bad";
        _html.Append($"<section class=\"verdict {mood}\"><h2>{Text(verdict.Headline)}</h2><p class=\"said\">{Long(verdict.Text)}</p>");
        if (main is { Knobs.Count: > 0 })
        {
            Knobs(main);
        }

        foreach (var other in verdict.Findings.Where(finding => finding != main))
        {
            _html.Append($"<p class=\"also\"><b>{(other.Over ? "Over now" : "Also")}: {Text(Verdicts.Verdict.Name(other))}</b>, since step {other.Since:#,0}. {Long(other.Seen)}</p>");
        }

        if (verdict.Export is { } export)
        {
            string advice = export.Worthwhile ? $"Export <b>step {export.Step:#,0}</b>: {Text(export.Why)}." : $"Nothing is worth exporting yet; the likeliest is step {export.Step:#,0}: {Text(export.Why)}.";
            _html.Append($"<p>{advice}</p><pre>lw export {Text(export.Path)} -o generator.onnx</pre>");
        }

        _html.Append("</section>\n");
    }

    private void Knobs(Finding finding)
    {
        _html.Append("<h3>Which knob to turn</h3><ul class=\"knobs\">");
        foreach (var knob in finding.Knobs)
        {
            _html.Append($"<li><code>{Text(knob.Option)}</code> {Text(knob.Does)}</li>");
        }

        _html.Append("</ul>");
        if (finding.Knobs.FirstOrDefault(knob => knob.InRun) is { } here)
        {
            _html.Append($"<p class=\"small\">In this run: <code>lw train --run {Text(_content.RunFolder)} --resume {Text(here.Option)}</code>. The others need a new run.</p>");
        }
        else
        {
            _html.Append("<p class=\"small\">These need a new run: weights that have gone astray seldom come back.</p>");
        }
    }

    private void Pictures()
    {
        if (_content.Newest is not { } newest)
        {
            _html.Append("<h2>Pictures</h2><p>No sheet has been drawn yet.</p>");
            return;
        }

        _html.Append("<h2>Pictures</h2><div class=\"row top\">");
        string uri = Thumbnail.DataUri(newest.Picture.Rgba, newest.Picture.Width, newest.Picture.Height);
        _html.Append($"<figure class=\"sheet{(newest.Picture.Width < SmallSheet ? " small-sheet" : "")}\"><div class=\"cells\"><img alt=\"sheet of step {newest.Step}\" src=\"{uri}\">");
        for (int i = 0; i < SampleSheetWriter.Seeds.Count; i++)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<i title=\"row {i / SampleSheetWriter.Columns}, column {i % SampleSheetWriter.Columns}: seed {SampleSheetWriter.Seeds[i]}\"></i>");
        }

        _html.Append($"</div><figcaption>step {newest.Step:#,0}: row r, column c is seed {SampleSheetWriter.Columns}r + c, as in <code>lw render --seeds</code></figcaption></figure>");
        if (_content.Film is not null)
        {
            _html.Append($"<figure class=\"film\"><img alt=\"film of the training\" src=\"{_content.Film}\"><figcaption>sixteen seeds from noise to step {Run.Step:#,0}</figcaption></figure>");
        }

        _html.Append("</div>");
        if (_content.Sheets.Count > 1)
        {
            _html.Append("<div class=\"strip\">");
            foreach (var (step, sheet) in _content.Sheets)
            {
                _html.Append($"<figure><img alt=\"sheet of step {step}\" src=\"{sheet}\"><figcaption>{step:#,0}</figcaption></figure>");
            }

            _html.Append("</div>");
        }
    }

    private void Measures()
    {
        var signs = Run.Lines.LastOrDefault(line => line.Signs is not null);
        var quality = Run.Lines.LastOrDefault(line => line.Quality is not null);
        if (signs is null && quality is null)
        {
            return;
        }

        _html.Append("<h2>Measures</h2><table><tr><th>measure</th><th class=\"number\">value</th><th>meaning</th></tr>");
        foreach (var (name, value, meaning) in MeasureTable.Rows(signs?.Signs, quality?.Quality))
        {
            _html.Append($"<tr><td>{Text(name)}</td><td class=\"number\">{Text(value)}</td><td class=\"small\">{Text(meaning)}</td></tr>");
        }

        _html.Append("</table>");
        if (quality is not null)
        {
            _html.Append($"<p class=\"small\">The lower part was measured at step {quality.Step:#,0} on {quality.Quality!.Samples:#,0} drawn and {quality.Quality.Pictures:#,0} real pictures. More exact: <code>lw eval {Text(_content.RunFolder)} --data {Text(Options.Data.Folder)}</code></p>");
        }
    }

    private void Neighbours()
    {
        _html.Append("<h2>Nearest real pictures</h2>");
        if (_content.Neighbours is not { } found || _content.RealPicture is null)
        {
            _html.Append($"<p class=\"small\">{Long(_content.NoNeighbours ?? "No sheet has been drawn yet.")}</p>");
            return;
        }

        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">Left a drawn face, right the three of {found.Searched:#,0} {(found.Searched < found.Pictures ? $"(of {found.Pictures:#,0}) " : "")}real pictures most like it, compared at 16×16. The number tells how far: 1 is as far as a real picture is from the real one most like it. A copy has a number far below 1. The closest come first.</p><div class=\"neighbours\">");
        int size = Options.Generator.Resolution;
        foreach (var row in found.Rows)
        {
            _html.Append($"<figure class=\"kin\"><span><img class=\"drawn\" alt=\"seed {row.Seed}\" title=\"seed {row.Seed}\" src=\"{Thumbnail.DataUri(row.Drawn, size, size)}\">");
            foreach (var (index, _) in row.Real)
            {
                _html.Append($"<img alt=\"real picture {index}\" title=\"picture {index}\" src=\"{Thumbnail.DataUri(Rgba(_content.RealPicture(index)), size, size)}\">");
            }

            _html.Append(CultureInfo.InvariantCulture, $"</span><figcaption>seed {row.Seed}: {string.Join(", ", row.Real.Select(real => real.Distance.ToString("0.00", CultureInfo.InvariantCulture)))}</figcaption></figure>");
        }

        _html.Append("</div>");
    }

    private void Events()
    {
        if (Run.Events.Count == 0)
        {
            return;
        }

        _html.Append("<h2>What happened</h2><table>");
        foreach (var happened in Run.Events)
        {
            _html.Append($"<tr><td class=\"number\">{happened.Step:#,0}</td><td>{Text(happened.Event)}</td><td>{Long(happened.Text)}</td></tr>");
        }

        _html.Append("</table>");
    }

    private void Configuration()
    {
        var fields = ConfigFields.Of(Options);
        var usual = Presets.All.FirstOrDefault(preset => preset.Preset == Options.Preset) is { } preset ? ConfigFields.Of(preset) : null;
        var told = fields.Where(field => usual is not null && !field.Key.StartsWith("data.", StringComparison.Ordinal) && usual.TryGetValue(field.Key, out string? value) && value != field.Value).ToList();
        _html.Append($"<h2>Configuration</h2><p>{Text(Options.Preset)}{(told.Count == 0 ? " as it is" : ", but for:")}</p>");
        Table(told.Select(field => (field.Key, field.Value, $"{usual![field.Key]} in {Options.Preset}")));
        _html.Append("<details><summary>All fields</summary>");
        Table(fields.Select(field => (field.Key, field.Value, "")));
        _html.Append("</details>");
    }

    private void Table(IEnumerable<(string Name, string Value, string Note)> rows)
    {
        _html.Append("<table class=\"fields\">");
        foreach (var (name, value, note) in rows)
        {
            _html.Append($"<tr><td><code>{Text(name)}</code></td><td>{Text(value)}</td><td class=\"small\">{Text(note)}</td></tr>");
        }

        _html.Append("</table>");
    }

    /// <summary>Sentences of our own, which may be longer than a name from outside.</summary>
    private static string Long(string text) => string.Concat(text.Chunk(150).Select(part => Text(new string(part))));

    private static byte[] Rgba(byte[] rgb)
    {
        byte[] rgba = new byte[rgb.Length / 3 * 4];
        PixelConversion.ToRgba8(rgb, ChannelOrder.Interleaved, 3, rgb.Length / 3, 1, rgba);
        return rgba;
    }

    private static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Max(0, seconds));
        return time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes:00} min" : time.TotalMinutes >= 1 ? $"{time.Minutes} min" : $"{Math.Ceiling(time.TotalSeconds):0} s";
    }
}
