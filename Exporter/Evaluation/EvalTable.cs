using System.Globalization;
using LatentWalk.Quality;
using Spectre.Console;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>The numbers for people: what was measured beside what real pictures get, and which way is better.</summary>
internal static class EvalTable
{
    private static readonly (string Name, Func<QualityValues, double> Value, string Format, string Meaning)[] s_rows =
    [
        ("sliced Wasserstein ×1000", v => v.Swd, "0.0", "patches of all sizes; lower"),
        ("KID ×1000", v => 1000 * v.Kid, "0.000", "features; lower, 0 for more of the same pictures"),
        ("FID", v => v.Fid, "0.000", "features; lower; depends on the number of samples"),
        ("precision", v => v.Precision, "0.000", "look real; higher"),
        ("recall", v => v.Recall, "0.000", "real ones that could be made; higher"),
        ("density", v => v.Density, "0.000", "near real ones; about 1"),
        ("coverage", v => v.Coverage, "0.000", "real ones that are made; higher"),
        ("nearest real", v => v.Nearest, "0.000", "far below 1: memorising"),
        ("diversity", v => v.Diversity, "0.000", "near 0: collapse"),
        ("edge sharpness", v => v.Sharpness, "0.000", "below 1: blurred"),
        ("flat colour", v => v.FlatColour, "0.000", "below 1: smudged"),
        ("palette", v => v.Palette, "0.0000", "colours; lower"),
        ("noise in flat areas", v => v.Noise, "0.0000", "lower"),
        ("checkerboard", v => v.Checkerboard, "0.0000", "lower"),
    ];

    public static void Write(EvalResult result, TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn($"{result.Values.Samples} against {result.Values.Pictures} real");
        table.AddColumn(new TableColumn("measured").RightAligned());
        table.AddColumn(new TableColumn(result.Floor is { } floor ? $"{floor.Samples} real" : "").RightAligned());
        table.AddColumn("");
        foreach (var (name, value, format, meaning) in s_rows)
        {
            table.AddRow(name, Text(value(result.Values), format), result.Floor is null ? "" : Text(value(result.Floor), format), meaning);
        }

        console.Write(table);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
