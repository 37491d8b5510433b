using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Checkpoints;

/// <summary>A process that is killed, or whose system calls fail, at every step of a commit.</summary>
public class CrashTests
{
    // In order: the file's fsync, its folder's, the manifest's, its folder's.
    private const int Fsyncs = 4;

    [StraceFact]
    public void A_failing_fsync_is_never_reported_as_saved()
    {
        for (int call = 1; call <= Fsyncs; call++)
        {
            using var run = new TestRun();
            run.Commit(200);
            var (exitCode, output) = Commit(run.Path, 400, $"fsync:error=EIO:when={call}");
            Assert.Equal((int)ExitCode.Disk, exitCode);
            Assert.StartsWith("cannot write '", output, StringComparison.Ordinal);

            // The last one fails after the manifest's rename: the new checkpoint is there and whole, only not known to be durable.
            Assert.Equal(call < Fsyncs ? 200 : 400, CheckpointLocator.Resolve(run.Path).Step);
            Commit(run, 600);
        }
    }

    [StraceFact]
    public void A_kill_at_any_step_of_a_commit_leaves_the_old_or_the_new_checkpoint_whole()
    {
        var steps = new List<long>();
        foreach (string point in new[] { "fsync:signal=KILL:when=1", "rename:signal=KILL:when=1", "fsync:signal=KILL:when=2", "fsync:signal=KILL:when=3", "rename:signal=KILL:when=2", "fsync:signal=KILL:when=4" })
        {
            using var run = new TestRun();
            run.Commit(200);
            var (exitCode, output) = Commit(run.Path, 400, point);
            Assert.NotEqual(0, exitCode);
            Assert.DoesNotContain("saved", output, StringComparison.Ordinal);
            CheckpointRef found = CheckpointLocator.Resolve(run.Path);
            Assert.Equal(found.Step, TestRun.FirstWeight(found));
            steps.Add(found.Step);
            Commit(run, 600);
        }

        // A kill on entering the rename still comes before it.
        Assert.Equal([200, 200, 200, 200, 200, 400], steps);
    }

    [StraceFact]
    public void A_failing_rename_leaves_the_old_checkpoint_and_no_litter()
    {
        for (int call = 1; call <= 2; call++)
        {
            using var run = new TestRun();
            run.Commit(200);
            var (exitCode, _) = Commit(run.Path, 400, $"rename:error=EACCES:when={call}");
            Assert.Equal((int)ExitCode.Disk, exitCode);
            Assert.Equal(200, CheckpointLocator.Resolve(run.Path).Step);
            Assert.Equal(["manifest.json", "step-000200.safetensors"], run.Names());
        }
    }

    // Whatever was left behind, the next trainer sweeps it and commits.
    private static void Commit(TestRun run, long step)
    {
        run.Commit(step);
        Assert.Equal(step, CheckpointLocator.Resolve(run.Path).Step);
        Assert.InRange(run.Names().Length, 2, 3);
    }

    private static (int ExitCode, string Output) Commit(string run, long step, string injection)
    {
        var start = new ProcessStartInfo(
            "/usr/bin/strace",
            ["-f", "-qq", "-o", "/dev/null", "-e", $"trace={injection.Split(':')[0]}", "-e", $"inject={injection}", Environment.ProcessPath!, "exec", typeof(CrashTests).Assembly.Location, "commit", run, $"{step}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
