using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Data;
using LatentWalk.Trainer.Tests.Verbs;

namespace LatentWalk.Trainer.Tests.Prepare;

public sealed class TortureTests
{
    /// <summary>Peak of resident memory that the whole process may have, whatever it is given.</summary>
    private const long MemoryCap = 700L * 1024 * 1024;

    // The good ones come in every format, 24×16 pixels some of them, and in black and white.
    private static readonly string[] s_options = ["--size", "32", "--min-side", "16", "--skip", "blur,grey,photo,background,duplicate", "--labels", "none", "--json"];

    [Fact]
    public void Every_bad_file_is_refused_with_a_reason_and_every_good_one_beside_it_is_kept()
    {
        using var folder = new TemporaryFolder();
        var torture = new TortureFolder(folder["in"]);
        Assert.True(torture.Bad.Count >= 300, $"only {torture.Bad.Count} bad files");
        Directory.CreateDirectory(folder["out"]);
        string[] before = Everything(folder.Path);

        var clock = Stopwatch.StartNew();
        (int exit, string error, long peak) = Run(["prepare", folder["in"], "-o", folder["out/set.lwset"], .. s_options]);
        Assert.True(exit == 0, error);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"it took {clock.Elapsed}");
        Assert.True(peak < MemoryCap, $"it took {peak / 1048576} MB of memory; at most {MemoryCap / 1048576} are allowed");

        string[] made = [.. Everything(folder.Path).Except(before).Select(path => Path.GetRelativePath(folder["out"], path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["set.html", "set.lwset", "set.pictures.jsonl"], made);

        var said = Said(folder["out/set.pictures.jsonl"]);
        Assert.All(torture.Good, name => Assert.True(said[name].Kept, $"'{name}' was left out: {said[name].Reason}"));
        Assert.All(torture.Bad, name => Assert.True(!said[name].Kept && said[name].Reason.Length > 10, $"'{name}' was kept, or nobody said why not"));
        Assert.Equal(torture.Good.Count + torture.Bad.Count, said.Count);
        using var set = PackedSet.Open(folder["out/set.lwset"]);
        Assert.Equal(torture.Good.Count, set.Count);
        Assert.Equal(torture.Good.Order(StringComparer.Ordinal), Enumerable.Range(0, set.Count).Select(i => set.Entry(i).Source));

        string page = File.ReadAllText(folder["out/set.html"]);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_entries_of_zips_are_refused_and_the_good_ones_kept()
    {
        using var folder = new TemporaryFolder();
        var zips = new TortureZips(folder.Path);
        foreach ((string path, IReadOnlyList<string> good, int bad) in zips.Mixed)
        {
            string set = path + ".lwset";
            (int exit, string error, long peak) = Run(["prepare", path, "-o", set, .. s_options]);
            Assert.True(exit == 0, $"{Path.GetFileName(path)}: {error}");
            Assert.True(peak < MemoryCap, $"{Path.GetFileName(path)} took {peak / 1048576} MB");
            using var packed = PackedSet.Open(set);
            Assert.Equal(good.Order(StringComparer.Ordinal), Enumerable.Range(0, packed.Count).Select(i => packed.Entry(i).Source));
            string[] lines = File.ReadAllLines(Path.ChangeExtension(set, ".pictures.jsonl"));
            Assert.Equal(bad, lines.Count(line => line.Contains("\"kept\":false", StringComparison.Ordinal) && line.Contains("\"reason\":\"", StringComparison.Ordinal)));
        }

        foreach (string path in zips.Hopeless)
        {
            (int exit, string error, _) = Run(["prepare", path, "-o", path + ".lwset", .. s_options]);
            Assert.True(exit == 3, $"{Path.GetFileName(path)}: {exit} {error}");
            Assert.False(File.Exists(path + ".lwset"));
        }

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(folder.Path)!, "escaped*"));
        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    private static string[] Everything(string folder) =>
        Directory.GetFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });

    private static Dictionary<string, (bool Kept, string Reason)> Said(string list)
    {
        var said = new Dictionary<string, (bool, string)>();
        foreach (string line in File.ReadLines(list))
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            string reason = entry.RootElement.TryGetProperty("reason", out JsonElement text) ? text.GetString()! : string.Empty;
            said.Add(entry.RootElement.GetProperty("file").GetString()!, (entry.RootElement.GetProperty("kept").GetBoolean(), reason));
        }

        return said;
    }

    /// <summary>The peak is 0 where the system does not tell.</summary>
    private static (int ExitCode, string Error, long PeakBytes) Run(string[] arguments)
    {
        using var process = TrainerProcess.Start(arguments);
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, process.PeakBytes());
            Thread.Sleep(10);
        }

        process.Wait();
        return (process.ExitCode, process.Error, peak);
    }
}
