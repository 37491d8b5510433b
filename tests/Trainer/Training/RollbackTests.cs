using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class RollbackTests
{
    private const int Steps = 24;
    private const string RateD = "guards.discriminatorRate";

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void Numbers_that_are_not_finite_are_found_in_the_step_that_made_them(int poisoned)
    {
        using var folder = new TemporaryFolder();
        using var state = new TrainingState(Tiny.Options("modern-64"), CPU);
        using var batches = new BatchSource(Tiny.Pictures(), state.Options, CPU);
        using var check = new FiniteCheck(state);
        var step = new TrainingStep(state);
        for (int now = 1; now <= poisoned; now++)
        {
            using var scope = NewDisposeScope();
            var pictures = batches.Pictures(now);
            if (now == poisoned)
            {
                pictures = pictures * float.NaN;
            }

            step.Run(pictures, batches.Latents(now), null, read: false);
            check.Look();
            if (now < poisoned)
            {
                Assert.Null(check.Answer());
            }
        }

        var found = check.Answer();

        Assert.Equal(new NotFinite(poisoned, "the gradient of the discriminator is not a number, first in 'conv1.weight'", Discriminator: true), found);
        Assert.Null(check.Answer());
    }

    [Fact]
    public void A_generator_hit_alone_is_told_from_a_discriminator()
    {
        using var state = new TrainingState(Tiny.Options("modern-64"), CPU);
        using var batches = new BatchSource(Tiny.Pictures(), state.Options, CPU);
        using var check = new FiniteCheck(state);
        using var scope = NewDisposeScope();
        new TrainingStep(state).Run(batches.Pictures(1), batches.Latents(1), null, read: false);
        using (no_grad())
        {
            state.Generator.parameters().First().grad!.fill_(float.PositiveInfinity);
        }

        check.Look();

        var found = check.Answer();
        Assert.NotNull(found);
        Assert.False(found.Discriminator);
        Assert.StartsWith("the gradient of the generator is infinite, first in '", found.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_goes_back_with_half_the_rate_of_what_was_hit_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var training = new GuardedRun(folder["run"], Options());

        Assert.True(training.ToTheEnd(poisonAt: 13));

        Assert.Equal(
            "Step 14 went wrong: the gradient of the discriminator is not a number, first in 'conv1.weight'. Going on from the checkpoint of step 10 with half the learning rate of the discriminator: guards.discriminatorRate 0.5 (rollback 1 of 3).",
            Assert.Single(training.Warnings));
        var change = Assert.Single(Config(folder["run"]).Guards.Changes);
        Assert.Equal((10, "rollback"), (change.Step, change.Cause));
        Assert.Equal(new Dictionary<string, string> { [RateD] = "0.5" }, change.Set);
        Assert.Equal(new RunEvent { Step = 10, Event = "rollback", Text = training.Warnings[0] }, Assert.Single(RunEvents.Of(folder["run"])));
        Assert.Equal(Enumerable.Range(1, Steps / 3).Select(i => (long)(3 * i)), LogSteps(folder["run"]));
        Assert.Equal(Steps, CheckpointLocator.Resolve(folder["run"]).Step);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(15)]
    [InlineData(22)]
    public void Resuming_after_a_rollback_continues_as_if_the_run_had_not_stopped(int stop)
    {
        using var folder = new TemporaryFolder();
        using (var whole = new GuardedRun(folder["whole"], Options()))
        {
            whole.ToTheEnd(poisonAt: 13);
        }

        using (var first = new GuardedRun(folder["parts"], Options()))
        {
            Assert.False(first.ToTheEnd(poisonAt: 13, stopAfterWarningAt: stop));
        }

        using (var second = new GuardedRun(folder["parts"], Config(folder["parts"])))
        {
            Assert.True(second.ToTheEnd());
        }

        Assert.Equal(LogLines.WithoutClock(RunFolder.LogPath(folder["whole"])), LogLines.WithoutClock(RunFolder.LogPath(folder["parts"])));
        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(folder["parts"]).Sha256);
        Assert.Equal(File.ReadAllText(RunFolder.EventsPath(folder["whole"])), File.ReadAllText(RunFolder.EventsPath(folder["parts"])));
    }

    [Fact]
    public void A_run_that_fell_back_to_an_older_checkpoint_makes_each_change_at_its_own_step_again()
    {
        using var folder = new TemporaryFolder();
        var changed = OptionChanges.Add(Options(), Change(10, (RateD, "0.5")));
        using (var whole = new GuardedRun(folder["whole"], changed))
        {
            whole.ToTheEnd();
        }

        using (var parts = new GuardedRun(folder["parts"], changed))
        {
            Assert.False(parts.ToTheEnd(stopAt: 8));
        }

        using (var parts = new GuardedRun(folder["parts"], changed))
        {
            Assert.False(parts.ToTheEnd(stopAt: 12));
        }

        File.WriteAllText(CheckpointLocator.Resolve(folder["parts"]).Path, "damaged");
        using (var again = new GuardedRun(folder["parts"], changed))
        {
            Assert.True(again.ToTheEnd());
        }

        Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(folder["parts"]).Sha256);
        Assert.Equal(4e-4, Schedule.At(OptionChanges.At(changed, 9), 10).DiscriminatorLearningRate);
        Assert.Equal(2e-4, Schedule.At(OptionChanges.At(changed, 10), 11).DiscriminatorLearningRate);
        Assert.Equal(4e-4, Schedule.At(OptionChanges.At(changed, 10), 11).GeneratorLearningRate);
    }

    [Fact]
    public void A_checkpoint_that_goes_wrong_twice_gives_way_to_the_one_before_it()
    {
        using var folder = new TemporaryFolder();
        using var training = new GuardedRun(folder["run"], Options());

        training.ToTheEnd(poisonAt: 12, poisons: 2);

        Assert.Equal(2, training.Warnings.Count);
        Assert.Contains("Going on from the checkpoint of step 10 with half the learning rate of the discriminator: guards.discriminatorRate 0.5 (rollback 1 of 3).", training.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("Going on from the checkpoint of step 5 with half the learning rates of both networks: guards.discriminatorRate 0.25, guards.generatorRate 0.5 (rollback 2 of 3).", training.Warnings[1], StringComparison.Ordinal);
        Assert.Equal([5, 5], Config(folder["run"]).Guards.Changes.Select(change => change.Step));
        Assert.Equal(["rollback", "rollback"], RunEvents.Of(folder["run"]).Select(happened => happened.Event));
    }

    [Fact]
    public void After_the_last_rollback_the_run_ends_and_says_where_it_was_good()
    {
        using var folder = new TemporaryFolder();
        using var training = new GuardedRun(folder["run"], Options(("guards.rollbacks", "2")));

        var error = Assert.Throws<DivergedException>(() => training.ToTheEnd(poisonAt: 8, poisons: 9));

        Assert.Equal(ExitCode.Diverged, error.ExitCode);
        Assert.Equal(
            $"training diverged at step 9: the gradient of the discriminator is not a number, first in 'conv1.weight'. It went back with lower learning rates 2 times, and that was not enough. The last good checkpoint is step 5: '{CheckpointLocator.Resolve(folder["run"]).Path}'. Continue from it with --resume --guards.rollbacks 5, or start again with lower learning rates (--generatorOptimizer.learningRate, --discriminatorOptimizer.learningRate).",
            error.Message);
        Assert.Equal(["rollback", "rollback", "diverged"], RunEvents.Of(folder["run"]).Select(happened => happened.Event));
    }

    [Fact]
    public void Before_the_first_checkpoint_it_goes_back_to_the_start()
    {
        using var folder = new TemporaryFolder();
        using var training = new GuardedRun(folder["run"], Options());

        Assert.True(training.ToTheEnd(poisonAt: 3));

        Assert.Contains("Step 4 went wrong: ", training.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("Going on from the start with half the learning rate", training.Warnings[0], StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(Config(folder["run"]).Guards.Changes).Step);
    }

    private static OptionChange Change(long step, params (string Path, string Value)[] set) =>
        new() { Step = step, Cause = "rollback", Set = set.ToDictionary(field => field.Path, field => field.Value) };

    private static TrainingOptions Options(params (string Path, string Value)[] more) => Tiny.Options(
        "modern-64", [("steps", $"{Steps}"), ("output.logEvery", "3"), ("output.checkpointEvery", "5"), ("data.fingerprint", Tiny.Pictures().Fingerprint), .. more]);

    private static TrainingOptions Config(string runFolder) => TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(runFolder));

    private static IEnumerable<long> LogSteps(string run) => File.ReadLines(RunFolder.LogPath(run))
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("step").GetInt64());
}
