using System.Globalization;
using System.Text;

namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>The report's charts.</summary>
internal static class Svg
{
    private const int Width = 440;
    private const int Height = 120;
    private const int Base = 18;

    /// <summary>Two histograms stacked, kept below refused, with the threshold as a line.</summary>
    /// <param name="kept">One count a bin.</param>
    /// <param name="low">Left edge of the first bin, and right edge of the last.</param>
    public static string Histogram(int[] kept, int[] refused, double low, double high, double? threshold, string label)
    {
        int most = Math.Max(1, kept.Zip(refused, (a, b) => a + b).Max());
        double step = (double)Width / kept.Length;
        var svg = Open(label);
        for (int i = 0; i < kept.Length; i++)
        {
            double keptHeight = (double)Height * kept[i] / most;
            double refusedHeight = (double)Height * refused[i] / most;
            Rectangle(svg, "kept", i * step, Height - keptHeight, step - 1, keptHeight);
            Rectangle(svg, "gone", i * step, Height - keptHeight - refusedHeight, step - 1, refusedHeight);
        }

        if (threshold is { } at && at >= low && at <= high)
        {
            double x = (at - low) / (high - low) * Width;
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"mark\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"0\" y2=\"{Height}\"/>");
        }

        Scale(svg, low, high);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Lines of red, green and blue over the levels 0 to 255.</summary>
    public static string Levels(long[] counts, int bins)
    {
        // Flat grounds stand out of any scale: the third largest bin sets it.
        long most = Math.Max(1, counts.OrderDescending().Skip(2).First());
        var svg = Open("levels of red, green and blue");
        string[] names = ["red", "green", "blue"];
        for (int channel = 0; channel < 3; channel++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{names[channel]}\" points=\"");
            for (int i = 0; i < bins; i++)
            {
                double part = Math.Min(1, (double)counts[(channel * bins) + i] / most);
                svg.Append(CultureInfo.InvariantCulture, $"{(i + 0.5) * Width / bins:0.#},{Height - (part * Height):0.#} ");
            }

            svg.Append("\"/>");
        }

        Scale(svg, 0, 255);
        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Open(string label) => new StringBuilder(4096).Append(
        CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height + Base}\" role=\"img\" aria-label=\"{Html.Text(label)}\">");

    private static void Rectangle(StringBuilder svg, string name, double x, double y, double width, double height)
    {
        if (height > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{Math.Max(0.7, height):0.#}\"/>");
        }
    }

    private static void Scale(StringBuilder svg, double low, double high) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line class=\"axis\" x1=\"0\" x2=\"{Width}\" y1=\"{Height}\" y2=\"{Height}\"/><text x=\"0\" y=\"{Height + 14}\">{low:0.##}</text><text x=\"{Width}\" y=\"{Height + 14}\" text-anchor=\"end\">{high:0.##}</text>");
}
