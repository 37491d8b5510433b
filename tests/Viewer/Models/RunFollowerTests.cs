using System.Diagnostics;
using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

[Collection("alone")]
public sealed class RunFollowerTests : IDisposable
{
    /// <summary>Reloads of the long test; 10 000 is the figure promised, and takes ten minutes on two busy cores.</summary>
    private static readonly int Reloads = int.Parse(Environment.GetEnvironmentVariable("LW_TEST_RELOADS") ?? "80", CultureInfo.InvariantCulture);

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_trainer_that_commits_prunes_and_is_killed_never_shows_half_a_file()
    {
        TrainingRunSimulator trainer = new(temp["run"]);
        using CancellationTokenSource end = new();
        Thread writer = new(() =>
        {
            for (long step = 1; !end.IsCancellationRequested; step++)
            {
                if (step % 7 == 0)
                {
                    trainer.Kill(step, (int)step);
                }
                else
                {
                    trainer.Commit(step);
                }
            }
        });
        int seen = 0;
        long last = 0;
        var rgba = new byte[8 * 8 * 4];
        float[] z = Latent.FromSeed(5, TrainingRunSimulator.Spec.ZDim);
        using (RunFollower follower = new(temp["run"], null, Open, TimeSpan.Zero))
        {
            writer.Start();
            Stopwatch clock = Stopwatch.StartNew();
            while (follower.Reloads < Reloads && clock.Elapsed.TotalSeconds < 60 + (Reloads * 0.2))
            {
                Assert.Null(follower.TakeProblem());
                using GeneratorSource? source = follower.Take();
                if (source is null)
                {
                    Thread.Sleep(1);
                    continue;
                }

                long step = source.Info.Step!.Value;
                Assert.True(step > last, $"step {step} came after {last}");
                source.Run(z, [], 1, rgba);
                RequirePicture(step, rgba);
                last = step;
                seen++;
            }

            end.Cancel();
            writer.Join();
            trainer.End();
            Assert.True(follower.Reloads >= Reloads, $"{follower.Reloads} reloads in {clock.Elapsed}");
        }

        Assert.True(seen > Reloads / 4 && trainer.Kills > Reloads / 20, $"{seen} shown, {trainer.Kills} kills");
    }

    [Fact]
    public void A_checkpoint_that_is_committed_is_opened_and_one_that_was_open_is_not_opened_again()
    {
        TestCheckpoint.WriteRun(temp["run"], step: 100);
        string open = CheckpointLocator.Resolve(temp["run"]).Sha256;
        using RunFollower follower = new(temp["run"], open, Open, TimeSpan.FromMilliseconds(5));
        Thread.Sleep(100);
        Assert.Null(follower.Take());
        TestCheckpoint.WriteRun(temp["run"], step: 200, weightSeed: 40);
        using GeneratorSource source = Await(follower);
        Assert.Equal((200L, "run", 1L), (source.Info.Step, source.Info.Name, follower.Reloads));
    }

    [Fact]
    public void A_run_that_has_not_begun_is_waited_for()
    {
        using RunFollower follower = new(temp["run"], null, Open, TimeSpan.FromMilliseconds(5));
        Thread.Sleep(50);
        Assert.Null(follower.TakeProblem());
        TestCheckpoint.WriteRun(temp["run"], step: 1);
        using GeneratorSource source = Await(follower);
        Assert.Equal(1, source.Info.Step);
    }

    [Fact]
    public void A_damaged_checkpoint_that_stays_listed_is_said_once_and_the_next_one_is_opened()
    {
        TestCheckpoint.WriteRun(temp["run"], step: 100);
        string open = CheckpointLocator.Resolve(temp["run"]).Sha256;
        TestCheckpoint.WriteRun(temp["run"], step: 200, probeError: 1);
        using RunFollower follower = new(temp["run"], open, Open, TimeSpan.FromMilliseconds(5));
        string? problem = null;
        Assert.True(SpinWait.SpinUntil(() => (problem = follower.TakeProblem()) is not null, 10_000));
        Assert.Contains("ONNX Runtime's pictures differ from the trainer's", problem, StringComparison.Ordinal);
        Thread.Sleep(100);
        Assert.Null(follower.TakeProblem());
        Assert.Null(follower.Take());

        TestCheckpoint.WriteRun(temp["run"], step: 300);
        using GeneratorSource source = Await(follower);
        Assert.Equal(300, source.Info.Step);
    }

    private static GeneratorSource Open(CheckpointGenerator generator) => GeneratorSource.Open(generator, ProviderChoice.Cpu);

    private static GeneratorSource Await(RunFollower follower)
    {
        GeneratorSource? source = null;
        Assert.True(SpinWait.SpinUntil(() => (source = follower.Take()) is not null, 10_000), "nothing came");
        return source!;
    }

    private static void RequirePicture(long step, byte[] rgba)
    {
        float[] expected = TrainingRunSimulator.Picture(step);
        for (int i = 0; i < 3 * 64; i++)
        {
            double level = (expected[i] + 1) * 127.5;
            Assert.True(Math.Abs(rgba[(i % 64 * 4) + (i / 64)] - level) < 1, $"step {step}: value {i} is {rgba[(i % 64 * 4) + (i / 64)]}, expected {level:f1}");
        }
    }
}
