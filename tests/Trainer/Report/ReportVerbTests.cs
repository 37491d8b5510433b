using AngleSharp.Html.Parser;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Report;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Tests.Verbs;

namespace LatentWalk.Trainer.Tests.Report;

public sealed class ReportVerbTests
{
    [Fact]
    public void A_page_of_a_run_needs_nothing_beside_itself()
    {
        using var folder = new TemporaryFolder();
        Trained(folder);

        using var report = TrainerProcess.Run("report", folder["run"]);

        Assert.Equal(0, report.ExitCode);
        Assert.StartsWith("Starting. Too early to tell: a run shows what it is about after 150 steps.", report.Output, StringComparison.Ordinal);
        Assert.Contains($"The page: '{RunFolder.ReportPath(folder["run"])}'.", report.Error, StringComparison.Ordinal);
        string html = File.ReadAllText(RunFolder.ReportPath(folder["run"]));
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(page.QuerySelectorAll("img"), image => Assert.StartsWith("data:image/webp;base64,", image.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, meta[http-equiv]"));
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Equal(64, page.QuerySelectorAll(".cells i").Length);
        Assert.Equal("row 1, column 3: seed 11", page.QuerySelectorAll(".cells i")[11].GetAttribute("title"));
        Assert.Equal(Neighbours.Shown, page.QuerySelectorAll(".kin").Length);
        Assert.Equal(2, page.QuerySelectorAll(".strip figure").Length);
        Assert.Single(page.QuerySelectorAll(".film img"));
        Assert.Contains(page.QuerySelectorAll(".plot figcaption > b"), title => title.TextContent == "gradient norms");
        Assert.Contains("lw export ", page.QuerySelector(".verdict pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_run_trains_its_page_loads_itself_anew()
    {
        using var folder = new TemporaryFolder();
        Trained(folder);
        using var held = new CheckpointStore(folder["run"]);

        using var report = TrainerProcess.Run("report", folder["run"]);

        Assert.Equal(0, report.ExitCode);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(RunFolder.ReportPath(folder["run"])));
        Assert.Equal("30", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Fact]
    public void What_is_gone_or_spoilt_is_said_and_the_rest_is_shown()
    {
        using var folder = new TemporaryFolder();
        Trained(folder);
        Directory.Delete(folder["pictures"], recursive: true);
        File.WriteAllText(RunSheets.Of(folder["run"])[0].Path, "no picture");
        File.AppendAllText(RunFolder.LogPath(folder["run"]), "{\"step\":40,\"ima");

        using var report = TrainerProcess.Run("report", folder["run"], "--json");

        Assert.Equal(0, report.ExitCode);
        Assert.Contains("\"verdict\":\"starting\"", report.Output, StringComparison.Ordinal);
        Assert.Contains("The pictures that the run was trained on cannot be read: there is no folder of pictures at", report.Error, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(RunFolder.ReportPath(folder["run"])));
        Assert.Contains("The pictures that the run was trained on cannot be read", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".kin"));
        Assert.Equal(30, RunHistory.Lines(folder["run"])[^1].Step);
    }

    [Fact]
    public void Other_pictures_in_the_folder_are_no_neighbours()
    {
        using var folder = new TemporaryFolder();
        Trained(folder);
        Directory.Delete(folder["pictures"], recursive: true);
        Tiny.WritePictures(folder["pictures"], 5);

        using var report = TrainerProcess.Run("report", folder["run"]);

        Assert.Equal(0, report.ExitCode);
        Assert.Contains("are no longer those that the run was trained on", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_named_with_the_next_step()
    {
        using var folder = new TemporaryFolder();

        using var report = TrainerProcess.Run("report", folder["nothing"]);

        Assert.Equal(2, report.ExitCode);
        Assert.Contains($"'{folder["nothing"]}' is not a run: it has no config.json. Name the folder given to 'lw train --run'.", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_cannot_be_written_stops_no_training()
    {
        using var folder = new TemporaryFolder();
        Trained(folder);
        using var set = Tiny.Pictures();
        var warnings = new List<string>();
        File.Delete(RunFolder.ReportPath(folder["run"]));
        Directory.CreateDirectory(Path.Combine(RunFolder.ReportPath(folder["run"]), "in the way"));
        var live = new LiveReport(folder["run"], set, warnings.Add, TimeProvider.System);

        live.Tick();

        Assert.StartsWith($"The report was not written: cannot write '{RunFolder.ReportPath(folder["run"])}'", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Null(live.Finish(film: false));
    }

    [Fact]
    public void Names_from_outside_are_text_on_the_page()
    {
        using var folder = new TemporaryFolder();
        string run = folder["<b>run & co"];
        Tiny.WritePictures(folder["pictures"]);
        using var trainer = TrainerProcess.Run(TrainCommand.New(folder["pictures"], run, "modern-64", "--steps", "10"));
        RunEvents.Append(run, new RunEvent { Step = 5, Event = RunEventNames.Disk, Text = "<script>alert(1)</script>" });

        using var report = TrainerProcess.Run("report", run);

        Assert.Equal((0, 0), (trainer.ExitCode, report.ExitCode));
        var page = new HtmlParser().ParseDocument(File.ReadAllText(RunFolder.ReportPath(run)));
        Assert.Equal("<b>run & co", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static void Trained(TemporaryFolder folder)
    {
        Tiny.WritePictures(folder["pictures"]);
        using var trainer = TrainerProcess.Run(TrainCommand.New(folder["pictures"], folder["run"], "modern-64", "--steps", "30", "--output.sampleSteps", "10", "--sample-every", "0"));
        Assert.True(trainer.ExitCode == 0, trainer.Error);
        Assert.NotNull(TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(folder["run"])));
    }
}
