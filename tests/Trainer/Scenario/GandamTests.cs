using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;
using LatentWalk.Trainer.Tests.Collect;
using LatentWalk.Trainer.Tests.Verbs;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Scenario;

/// <summary>
/// The GANdam scenario from the site to the set: an index of machines with robots on grey among much else, collected by words, prepared with the filters
/// as they come, held against the truth. LATENTWALK_GANDAM says how many robots (the whole: 1666), LATENTWALK_GANDAM_FIRST which; thresholds are chosen on
/// others (3 000 000 and up). What it found is written to the test's output and to artifacts/gandam.
/// </summary>
public sealed class GandamTests(ITestOutputHelper talk)
{
    private const string Words = "mobile suit,mobile fighter";

    [RobotsFact]
    public void Robots_on_grey_are_collected_and_prepared_and_nothing_else()
    {
        int count = Setting("LATENTWALK_GANDAM", 96);
        using var folder = new TemporaryFolder();
        Draw(folder["made"], count, Setting("LATENTWALK_GANDAM_FIRST", 0));
        using var site = new TestSite();
        site.Folder(folder["made/site"]);
        Dictionary<string, (bool Keep, string Reason)> truth = File.ReadLines(folder["made/truth.csv"]).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], row => (row[1] == "yes", row[2]));
        string[] misplaced = ["boat", "trailer", "pilot"];

        using TrainerProcess collect = TrainerProcess.Run(
            "collect", site["/"].AbsoluteUri, folder["found"], "--must", Words, "--must-not", "boat,truck trailer", "--pictures", "figure img", "--delay", "0", "--json");
        Assert.True(collect.ExitCode == 0, collect.Error);
        talk.WriteLine(collect.Error);

        // Each picture of each page that says the words, once; nothing that is no picture, nothing from the other pages.
        List<SourceRecord> kept = [.. File.ReadLines(Path.Combine(folder["found"], SourceLog.FileName)).Skip(1)
            .Select(line => JsonSerializer.Deserialize(line, SourceJson.Lines.SourceRecord)!).Where(record => record is { Kind: SourceKind.Picture, Outcome: SourceOutcome.Kept })];
        Dictionary<string, string> files = kept.ToDictionary(record => record.Address[site.Address.Length..].Replace("/copy-", "/machine-", StringComparison.Ordinal), record => record.File!);
        Assert.Equal(truth.Where(entry => !misplaced.Contains(entry.Value.Reason)).Select(entry => entry.Key).Order(), files.Keys.Order());
        Assert.DoesNotContain(site.Asked, path => path.StartsWith("/private", StringComparison.Ordinal) || path is "/img/logo.png" or "/img/spacer.png");
        using JsonDocument collected = JsonDocument.Parse(collect.Output);
        Assert.Equal(Math.Max(1, (int)Math.Round(count / 16.0)), collected.RootElement.GetProperty("refusedPictures").GetProperty("duplicate").GetInt32());

        File.WriteAllLines(folder["truth.csv"], files.Select(entry => $"{entry.Value},{(truth[entry.Key].Keep ? "yes" : "no")},{truth[entry.Key].Reason}").Prepend("name,keep,reason"));
        using TrainerProcess prepare = TrainerProcess.Run("prepare", folder["found"], "-o", folder["robots.lwset"], "--size", "128", "--mirror", "--truth", folder["truth.csv"], "--json");
        Assert.True(prepare.ExitCode == 0, prepare.Error);
        talk.WriteLine(prepare.Error);
        using JsonDocument prepared = JsonDocument.Parse(prepare.Output);
        JsonElement found = prepared.RootElement.GetProperty("truth");
        talk.WriteLine(found.GetRawText());
        Save(folder);

        (double precision, double recall) = (found.GetProperty("precision").GetDouble(), found.GetProperty("recall").GetDouble());
        Assert.Equal((count, files.Count - count), (found.GetProperty("good").GetInt32(), found.GetProperty("known").GetInt32() - count));
        Assert.Equal(2 * (found.GetProperty("goodKept").GetInt32() + found.GetProperty("badKept").GetInt32()), prepared.RootElement.GetProperty("count").GetInt32());
        // One in a hundred may go wrong, and of few one more.
        double least = 0.99 - (1.0 / count);
        Assert.True(precision >= least && recall >= least, $"precision {precision:P2}, recall {recall:P2}; {prepare.Error}");
        Assert.Contains($"Against the truth: precision ", prepare.Error, StringComparison.Ordinal);
        Assert.Contains("<h2>Against the truth</h2>", File.ReadAllText(folder["robots.html"]), StringComparison.Ordinal);
    }

    private static void Draw(string folder, int count, int first)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", [Path.Combine(RobotsFactAttribute.Data, "gandam.mjs"), folder, "--count", $"{count}", "--first", $"{first}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
    }

    private static void Save(TemporaryFolder folder)
    {
        string artifacts = Path.Combine(AppContext.BaseDirectory, "artifacts", "gandam");
        Directory.CreateDirectory(artifacts);
        foreach (string name in (string[])["robots.html", "robots.pictures.jsonl", "truth.csv"])
        {
            File.Copy(folder[name], Path.Combine(artifacts, name), overwrite: true);
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
