using System.Text;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Report;

/// <summary>The curves of a run.</summary>
internal static class RunPlots
{
    public static void Append(StringBuilder html, RunRecord run, Verdict verdict)
    {
        if (run.Lines.Count == 0)
        {
            return;
        }

        long[] marks = [.. run.Events.Select(happened => happened.Step).Concat(verdict.Findings.Select(finding => finding.Since))];
        html.Append("<h2>Curves</h2><p class=\"small\">Over the steps. A dashed line from top to bottom: something began or happened there.</p><div class=\"plots\">");
        html.Append(new Plot("distance to the data", run.Step) { Marks = marks }
            .Add("distance", Points(run, line => line.Signs?.Distance)).ToSvg());
        html.Append(new Plot("beside the data", run.Step) { Marks = marks, Share = true, Level = ("the data's own", 1) }
            .Add("diversity", Points(run, line => line.Signs?.Diversity))
            .Add("variety", Points(run, line => line.Signs?.Variety))
            .Add("nearest real", Points(run, line => line.Signs?.Nearest)).ToSvg());
        html.Append(new Plot("losses", run.Step) { Marks = marks, Level = run.Options.Loss.Kind == "wgan" ? null : ("discriminator that knows nothing", run.ChanceLoss) }
            .Add("discriminator", Points(run, line => line.LossD))
            .Add("generator", Points(run, line => line.LossG)).ToSvg());
        html.Append(new Plot("discriminator is right about", run.Step) { Marks = marks, Share = true }
            .Add("real", Points(run, line => line.AccuracyReal))
            .Add("drawn", Points(run, line => line.AccuracyFake))
            .Add("class", Points(run, line => line.AccuracyClass)).ToSvg());
        html.Append(new Plot("gradient norms", run.Step) { Marks = marks }
            .Add("discriminator", Points(run, line => line.GradientNormD))
            .Add("generator", Points(run, line => line.GradientNormG)).ToSvg());
        html.Append(new Plot("gradient penalty", run.Step) { Marks = marks }
            .Add("penalty", Points(run, line => line.Penalty)).ToSvg());
        html.Append(new Plot("sliced Wasserstein distance", run.Step) { Marks = marks }
            .Add("SWD × 1000", Points(run, line => line.Quality?.Swd)).ToSvg());
        html.Append(new Plot("KID", run.Step) { Marks = marks }
            .Add("KID", Points(run, line => line.Quality?.Kid)).ToSvg());
        html.Append(new Plot("precision and recall", run.Step) { Marks = marks, Share = true }
            .Add("precision", Points(run, line => line.Quality?.Precision))
            .Add("recall", Points(run, line => line.Quality?.Recall))
            .Add("coverage", Points(run, line => line.Quality?.Coverage)).ToSvg());
        html.Append(new Plot("edges and flat colour", run.Step) { Marks = marks, Share = true, Level = ("the data's own", 1) }
            .Add("sharpness", Points(run, line => line.Quality?.Sharpness))
            .Add("flat colour", Points(run, line => line.Quality?.FlatColour)).ToSvg());
        html.Append(new Plot("learning rates", run.Step) { Marks = marks }
            .Add("discriminator", Points(run, line => line.LearningRateD))
            .Add("generator", Points(run, line => line.LearningRateG)).ToSvg());
        html.Append(new Plot("images per second", run.Step) { Marks = marks }
            .Add("images/s", Points(run, line => line.ImagesPerSecond)).ToSvg());
        html.Append("</div>");
    }

    private static IEnumerable<(long Step, double Value)> Points(RunRecord run, Func<LogLine, double?> value) =>
        run.Lines.Select(line => (line.Step, Value: value(line))).Where(point => point.Value is not null).Select(point => (point.Step, point.Value!.Value));
}
