using LatentWalk.Data;
using LatentWalk.Trainer.Tests.Prepare;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>SIGKILL at random moments of a real <c>prepare</c>: at the set's path is the old set, whole, or the new one, whole, and the next run leaves nothing of the killed ones.</summary>
public sealed class PrepareKillTests(ITestOutputHelper talk)
{
    private const int Kills = 5;

    [UnixFact]
    public void A_killed_prepare_leaves_the_old_set_or_the_new_one_and_the_next_one_sweeps_up()
    {
        using var folder = new TemporaryFolder();
        MessyFolder.Write(folder["in"], 200);
        Directory.CreateDirectory(folder["out"]);
        string set = folder["out/faces.lwset"];
        string[] command = ["prepare", folder["in"], "-o", set, "--size", "64", "--mirror", "--skip", "blur,photo", "--threads", "1"];
        using (TrainerProcess first = TrainerProcess.Run([.. command, "--max-aspect", "9"]))
        {
            Assert.True(first.ExitCode == 0, first.Error);
        }

        string before = FingerprintOf(set);
        string[] whole = Names(folder["out"]);
        File.WriteAllBytes(folder["in/one-more.png"], Painted.Png(999));
        var random = new Random(11);
        var told = new List<string>();
        for (int kill = 0; kill < Kills; kill++)
        {
            using TrainerProcess process = TrainerProcess.Start(command);
            bool writing = kill % 2 == 1;
            while (!process.HasExited && !(writing ? File.Exists(folder["out/.lw-faces.lwset.pictures.tmp"]) : process.Error.Contains("preparing", StringComparison.Ordinal)))
            {
                Thread.Sleep(1);
            }

            Thread.Sleep(random.Next(writing ? 30 : 500));
            bool late = process.HasExited;
            process.Signal("KILL");
            process.Wait();
            string now = FingerprintOf(set);
            told.Add($"{(late ? "too late" : writing ? "writing" : "reading")}, {(now == before ? "old" : "new")} set, {Names(folder["out"]).Length - whole.Length} left over");
        }

        talk.WriteLine(string.Join("; ", told));
        using TrainerProcess last = TrainerProcess.Run(command);
        Assert.True(last.ExitCode == 0, last.Error);
        Assert.NotEqual(before, FingerprintOf(set));
        Assert.Equal(whole, Names(folder["out"]));
        Assert.True(told.Count(line => !line.StartsWith("too late", StringComparison.Ordinal)) >= 2, string.Join("; ", told));
    }

    private static string[] Names(string folder) => [.. Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    // Opening checks the structure; each picture has its own check.
    private static string FingerprintOf(string path)
    {
        using PackedSet set = PackedSet.Open(path);
        Assert.All(Enumerable.Range(0, set.Count), index => Assert.True(set.Verify(index)));
        return set.Fingerprint;
    }
}
