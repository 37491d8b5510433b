using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;
using LatentWalk.Trainer.Tests.Collect;
using LatentWalk.Trainer.Tests.Prepare;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>The real program against a real server on this machine.</summary>
public sealed class CollectVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSite _site = new();

    public CollectVerbTests()
    {
        _site.Page("/", string.Concat(Enumerable.Range(0, 10).Select(i => $"<a href='/p{i}'>p</a>")));
        for (int i = 0; i < 10; i++)
        {
            _site.Page($"/p{i}", string.Concat(Enumerable.Range(6 * i, 6).Select(k => $"<img src='/{k}.png'>")), title: i == 9 ? "A boat" : "A mobile suit");
        }

        for (int i = 0; i < 60; i++)
        {
            _site.Bytes($"/{i}.png", Painted.Png(i, 64), "image/png");
        }
    }

    public void Dispose()
    {
        _site.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_prints_one_JSON_object_and_talks_on_standard_error()
    {
        using TrainerProcess process = TrainerProcess.Run("collect", _site["/"].AbsoluteUri, _folder["out"], "--must", "mobile suit,mobile fighter", "--must-not", "boat", "--delay", "0", "--json");

        Assert.True(process.ExitCode == 0, process.Error);
        using JsonDocument summary = JsonDocument.Parse(process.Output);
        JsonElement root = summary.RootElement;
        Assert.Equal(("collection", 54, 11, 9, 2), (root.GetProperty("kind").GetString(), root.GetProperty("pictures").GetInt32(), root.GetProperty("pages").GetInt32(),
            root.GetProperty("pagesWanted").GetInt32(), root.GetProperty("refusedPages").GetProperty("words").GetInt32()));
        Assert.Contains($"54 pictures are in '{_folder["out"]}'; 9 of the 11 pages read had what was wanted.", process.Error, StringComparison.Ordinal);
        Assert.Contains("      2  pages without the words, or with words that must not be there (words)", process.Error, StringComparison.Ordinal);
        Assert.Contains($"Next: lw prepare {_folder["out"]} -o SET.lwset", process.Error, StringComparison.Ordinal);
        Assert.Contains("collecting ", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exit_codes_tell_bad_data_from_bad_usage()
    {
        using TrainerProcess usage = TrainerProcess.Run("collect", "gallery", _folder["out"]);
        Assert.Equal((2, true), (usage.ExitCode, usage.Error.Contains("error: 'gallery' is no address; expected one such as https://example.org/gallery/.", StringComparison.Ordinal)));
        using TrainerProcess none = TrainerProcess.Run("collect", _site["/"].AbsoluteUri, _folder["out"], "--must", "truck", "--delay", "0");
        Assert.Equal((3, true), (none.ExitCode, none.Error.Contains("error: no picture was kept. No page was wanted: look at --must, --must-not and --picture-pages, or go deeper with --depth.", StringComparison.Ordinal)));
        using TrainerProcess closed = TrainerProcess.Run("collect", "http://127.0.0.1:1/", _folder["other"], "--tries", "1");
        Assert.Equal((3, true), (closed.ExitCode, closed.Error.Contains("no connection: connection refused", StringComparison.Ordinal)));
    }

    [UnixFact]
    public void Killed_again_and_again_it_goes_on_and_asks_for_nothing_twice_but_what_was_on_its_way()
    {
        var random = new Random(5);
        var asked = new List<string>();
        int kills = 0;
        while (true)
        {
            _site.Forget();
            using TrainerProcess process = TrainerProcess.Start("collect", _site["/"].AbsoluteUri, _folder["out"], "--delay", "0.01");
            int goal = kills < 4 ? 2 + random.Next(15) : int.MaxValue;
            while (_site.Asked.Count < goal && !process.HasExited)
            {
                Thread.Sleep(1);
            }

            if (!process.HasExited)
            {
                process.Signal("KILL");
                kills++;
            }

            process.Wait();
            asked.AddRange(_site.Asked);
            Assert.True(process.ExitCode is 0 or 137, process.Error);
            if (process.ExitCode == 0)
            {
                break;
            }
        }

        Assert.Equal(4, kills);
        Assert.InRange(asked.Count, 71, 71 + kills);
        Assert.Equal(71, asked.Distinct().Count());
        Assert.Equal(60, Directory.GetFiles(_folder["out"], "*.png").Length);
        Assert.Equal(61, Directory.GetFileSystemEntries(_folder["out"]).Length);
        Assert.Equal(72, File.ReadLines(Path.Combine(_folder["out"], SourceLog.FileName)).Count());
    }

    [UnixFact]
    public void Ctrl_C_keeps_what_is_there_and_exits_130()
    {
        using TrainerProcess process = TrainerProcess.Start("collect", _site["/"].AbsoluteUri, _folder["out"], "--delay", "0.05");
        while (_site.Asked.Count < 12 && !process.HasExited)
        {
            Thread.Sleep(2);
        }

        process.Signal("INT");
        process.Wait();

        Assert.True(process.ExitCode == 130, process.Error);
        int kept = Directory.GetFiles(_folder["out"], "*.png").Length;
        Assert.Contains($"error: stopped; {Counted.Are(kept, "picture")} in '{_folder["out"]}'. The same command goes on from here.", process.Error, StringComparison.Ordinal);
    }

    [RootOnLinuxFact]
    public void A_full_disk_ends_with_5_and_the_run_goes_on_with_more_room()
    {
        string small = _folder["small"];
        Directory.CreateDirectory(small);
        Command("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", small);
        try
        {
            string[] command = ["collect", _site["/"].AbsoluteUri, Path.Combine(small, "out"), "--delay", "0"];
            using TrainerProcess full = TrainerProcess.Run(command);

            Assert.True(full.ExitCode == 5, full.Error);
            Assert.Contains("the disk is full. Free some space or choose another folder, then run the same command again.", full.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(small, "out")), path => path.EndsWith(".tmp", StringComparison.Ordinal));
            int before = Directory.GetFiles(Path.Combine(small, "out"), "*.png").Length;
            Assert.InRange(before, 1, 59);

            Command("mount", "-o", "remount,size=16m", small);
            _site.Forget();
            using TrainerProcess again = TrainerProcess.Run(command);

            Assert.True(again.ExitCode == 0, again.Error);
            Assert.Equal(60, Directory.GetFiles(Path.Combine(small, "out"), "*.png").Length);
            Assert.Equal(60 - before, _site.Asked.Count(path => path.EndsWith(".png", StringComparison.Ordinal)));
        }
        finally
        {
            Command("umount", small);
        }
    }

    private static void Command(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
