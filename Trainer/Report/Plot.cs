using System.Globalization;
using System.Text;
using LatentWalk.Trainer.Prepare.Report;

namespace LatentWalk.Trainer.Report;

/// <summary>Curves over the steps as inline SVG, drawn in the page's own colours.</summary>
internal sealed class Plot
{
    private const int Width = 520;
    private const int Height = 170;
    private const int Left = 46;
    private const int Right = 10;
    private const int Top = 8;
    private const int Bottom = 22;
    private const int MostPoints = 260;
    private const double LogarithmicFrom = 60;

    private readonly List<(string Name, IReadOnlyList<(long Step, double Value)> Points)> _curves = [];
    private readonly string _title;
    private readonly long _lastStep;

    /// <param name="lastStep">Right edge, so that all plots of a page have one scale.</param>
    public Plot(string title, long lastStep)
    {
        _title = title;
        _lastStep = Math.Max(1, lastStep);
    }

    /// <summary>A value that is drawn as a line across: what knowing nothing costs, or the data's own.</summary>
    public (string Name, double Value)? Level { get; init; }

    /// <summary>Keep zero and one in sight.</summary>
    public bool Share { get; init; }

    /// <summary>Steps with a line from top to bottom.</summary>
    public IReadOnlyList<long> Marks { get; init; } = [];

    public bool IsEmpty => _curves.Count == 0;

    /// <summary>Up to four curves; one without points is left out.</summary>
    public Plot Add(string name, IEnumerable<(long Step, double Value)> points)
    {
        List<(long, double)> finite = [.. points.Where(point => double.IsFinite(point.Value))];
        if (finite.Count > 0)
        {
            _curves.Add((name, Thinned(finite)));
        }

        return this;
    }

    /// <summary>A figure; empty where there is nothing to draw.</summary>
    public string ToSvg()
    {
        if (IsEmpty)
        {
            return "";
        }

        var values = _curves.SelectMany(curve => curve.Points).Select(point => point.Value).ToList();
        if (Level is { } kept)
        {
            values.Add(kept.Value);
        }

        double low = Share ? Math.Min(0, values.Min()) : values.Min();
        double high = Share ? Math.Max(1, values.Max()) : values.Max();
        bool logarithmic = !Share && low > 0 && high / low > LogarithmicFrom;
        var scale = new PlotScale(low, high, logarithmic);
        var svg = new StringBuilder(8192);
        Caption(svg, logarithmic);
        Grid(svg, scale);
        for (int i = 0; i < _curves.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"s{i}\" points=\"");
            foreach (var (step, value) in _curves[i].Points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"{X(step):0.#},{Y(scale, value):0.#} ");
            }

            svg.Append("\"/>");
            var (lastStep, lastValue) = _curves[i].Points[^1];
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"s{i}\" cx=\"{X(lastStep):0.#}\" cy=\"{Y(scale, lastValue):0.#}\" r=\"2.5\"/>");
        }

        return svg.Append("</svg></figure>\n").ToString();
    }

    private void Caption(StringBuilder svg, bool logarithmic)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<figure class=\"plot\"><figcaption><b>{Html.Text(_title)}</b>{(logarithmic ? " <small>logarithmic</small>" : "")}<span>");
        for (int i = 0; i < _curves.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<span class=\"curve\"><i class=\"key s{i}\"></i>{Html.Text(_curves[i].Name)} <b>{PlotScale.Text(_curves[i].Points[^1].Value)}</b></span>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"</span></figcaption><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html.Text(_title)}\">");
    }

    private void Grid(StringBuilder svg, PlotScale scale)
    {
        foreach (double tick in scale.Ticks())
        {
            double y = Y(scale, tick);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 6}\" y=\"{y + 3.5:0.#}\" text-anchor=\"end\">{PlotScale.Text(tick)}</text>");
        }

        foreach (double tick in new PlotScale(0, _lastStep, false).Ticks().Where(tick => tick == Math.Floor(tick)))
        {
            string anchor = X((long)tick) > Width - 30 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(anchor == "end" ? Width - 2 : X((long)tick)):0.#}\" y=\"{Height - 6}\" text-anchor=\"{anchor}\">{tick:#,0}</text>");
        }

        foreach (long mark in Marks.Where(step => step >= 0 && step <= _lastStep).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"mark\" x1=\"{X(mark):0.#}\" x2=\"{X(mark):0.#}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/>");
        }

        if (Level is { } level)
        {
            double y = Y(scale, level.Value);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"level\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text class=\"note\" x=\"{Width - Right}\" y=\"{(y < Top + 14 ? y + 12 : y - 4):0.#}\" text-anchor=\"end\">{Html.Text(level.Name)}</text>");
        }
    }

    private double X(long step) => Left + ((double)step / _lastStep * (Width - Left - Right));

    private static double Y(PlotScale scale, double value) => Top + ((1 - Math.Clamp(scale.Part(value), 0, 1)) * (Height - Top - Bottom));

    /// <summary>Means of neighbours, so that a page of a long run stays small.</summary>
    private static List<(long Step, double Value)> Thinned(List<(long Step, double Value)> points)
    {
        int group = (points.Count + MostPoints - 1) / MostPoints;
        return group <= 1 ? points : [.. points.Chunk(group).Select(chunk => (chunk[^1].Step, chunk.Average(point => point.Value)))];
    }
}
