using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;

namespace LatentWalk.Trainer.Tests.Collect;

public sealed class ResumeTests : CollectTest
{
    private const int Pages = 4;

    public ResumeTests()
    {
        Site.Page("/", string.Concat(Enumerable.Range(0, Pages).Select(i => $"<a href='/p{i}'>p</a>")));
        for (int i = 0; i < Pages; i++)
        {
            Site.Page($"/p{i}", $"<a href='/p{i + 1}'>next</a><img src='/{i}.png'><img src='/same.png'><img src='/none{i}.png'>").Bytes($"/{i}.png", Picture(i), "image/png");
        }

        Site.Bytes("/same.png", Picture(0), "image/png");
    }

    [Fact]
    public void Stopped_before_any_request_it_goes_on_and_asks_for_nothing_twice()
    {
        Collect(folder: Beside("whole"));
        IReadOnlyList<string> whole = Site.AskedWithRobots;
        string[] names = [.. Directory.EnumerateFiles(Beside("whole")).Select(path => Path.GetFileName(path)).Order()];
        for (int at = 1; at <= whole.Count; at++)
        {
            string folder = Beside($"stopped-{at}");
            Site.Forget();
            using var stop = new CancellationTokenSource();
            Site.OnRequest = count => Stop(count == at, stop);

            Assert.ThrowsAny<OperationCanceledException>(() => Collect(folder: folder, stop: stop.Token));
            Site.OnRequest = _ => { };
            CollectSummary summary = Collect(folder: folder);

            // The one that was on its way, and the site's rules at each start.
            IEnumerable<string> twice = Site.Asked.GroupBy(path => path).Where(group => group.Count() > 1).Select(group => group.Key);
            Assert.Equal(at == 1 ? [] : [whole[at - 1]], twice);
            Assert.Equal(Pages, summary.Pictures);
            Assert.Equal(names, Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order());
            Assert.Equal(Lines(Path.Combine(Beside("whole"), SourceLog.FileName)), Lines(Path.Combine(folder, SourceLog.FileName)));
        }
    }

    [Fact]
    public void A_finished_collection_asks_for_nothing_and_says_the_same()
    {
        CollectSummary first = Collect();
        Site.Forget();

        CollectSummary second = Collect();

        Assert.Empty(Site.AskedWithRobots);
        Assert.Equal((first.Pictures, first.Pages, first.Bytes, 0), (second.Pictures, second.Pages, second.Bytes, second.NewPictures));
        Assert.Equal(first.RefusedPictures, second.RefusedPictures);
        Assert.Contains($"Going on: {Pages} pictures are in '{Folder}' already, and 15 addresses need not be asked for again.", World.Said);
    }

    [Fact]
    public void What_a_kill_leaves_of_a_line_is_cut_off_at_any_byte()
    {
        Collect();
        byte[] whole = File.ReadAllBytes(Sources);
        int lastLine = whole.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        string asked = Records().Last().Key;
        for (int length = lastLine; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(Sources, whole[..length]);
            Site.Forget();

            Assert.Equal(Pages, Collect().Pictures);

            Assert.Equal([asked], Site.Asked);
            Assert.Equal(File.ReadLines(Sources).Count(), Lines(Sources).Count + 1);
        }
    }

    [Fact]
    public void A_picture_that_was_written_and_not_recorded_is_not_asked_for_again_and_half_written_ones_are_swept()
    {
        Collect();
        string[] lines = File.ReadAllLines(Sources);
        int at = Array.FindIndex(lines, line => line.Contains("/2.png\"", StringComparison.Ordinal) && line.Contains("\"kept\"", StringComparison.Ordinal));
        File.WriteAllText(Sources, string.Concat(lines[..at].Select(line => line + "\n")));
        File.WriteAllText(Path.Combine(Folder, ".lw-999999999-1.tmp"), "half");
        Directory.EnumerateFiles(Folder, "3-*.png").ToList().ForEach(File.Delete);
        Site.Forget();

        Assert.Equal(Pages, Collect().Pictures);

        Assert.DoesNotContain("/2.png", Site.Asked);
        Assert.DoesNotContain("/1.png", Site.Asked);
        Assert.Contains("/3.png", Site.Asked);
        Assert.Equal(SourceOutcome.Kept, Records()["/2.png"].Outcome);
        Assert.DoesNotContain(".lw-999999999-1.tmp", Pictures());
    }

    [Fact]
    public void A_damaged_list_is_said_with_its_line()
    {
        Collect();
        string[] lines = File.ReadAllLines(Sources);
        lines[3] = lines[3].Replace("\"kind\"", "\"kin\"", StringComparison.Ordinal);
        File.WriteAllLines(Sources, lines);
        Assert.Equal($"'{Sources}' is damaged: line 4: unknown key 'kin' in $. Take that line out and run the same command again, or collect into another folder.", Fails<BadDataException>().Message);

        File.WriteAllText(Sources, "{\"version\":7}\n");
        Assert.Contains("line 1: missing key 'start' in $", Fails<BadDataException>().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_with_other_wishes_is_refused()
    {
        Collect();
        Assert.Equal(
            $"'{Folder}' was collected with --must left out, and this command says 'suit,fighter and grey'. Give the same to go on, or name another folder.",
            Fails<UsageException>(Options with { Words = PageWords.Parse(["suit,fighter", "grey"], []) }).Message);
        Assert.Equal(
            $"'{Folder}' was collected with --depth '2', and this command says '3'. Give the same to go on, or name another folder.", Fails<UsageException>(Options with { Depth = 3 }).Message);

        // How fast and how much is another matter.
        Assert.Equal(Pages, Collect(Options with { Delay = TimeSpan.FromSeconds(3), MaxPages = 50, Tries = 9, Contact = "me" }).Pictures);
    }

    [Fact]
    public void A_folder_of_other_things_or_one_that_is_in_use_is_refused()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "mine");
        Assert.Equal($"'{Folder}' is no collection and holds 'mine.txt'; name a new or an empty folder to collect into.", Fails<UsageException>().Message);
        File.Delete(Path.Combine(Folder, "mine.txt"));

        string? second = null;
        Site.OnRequest = count => second ??= count == 3 ? Fails<UsageException>().Message : null;
        Collect();
        Assert.Equal($"another process is collecting into '{Folder}'. Wait for it or name another folder.", second);
    }

    private static void Stop(bool now, CancellationTokenSource stop)
    {
        if (now)
        {
            stop.Cancel();
        }
    }

    // Times differ.
    private static List<string> Lines(string path) => [.. File.ReadLines(path).Skip(1).Select(line => line[..line.LastIndexOf(",\"at\"", StringComparison.Ordinal)])];
}
