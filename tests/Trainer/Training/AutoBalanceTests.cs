using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using LatentWalk.Trainer.Verdicts;
using Xunit;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class AutoBalanceTests
{
    private static readonly Finding s_wins = new()
    {
        Kind = FindingKind.DiscriminatorWins,
        Since = 100,
        Seen = "Seen.",
        Why = "Why.",
        Knobs =
        [
            new Knob("preset", "modern-64", "is another recipe"),
            new Knob("guards.discriminatorRate", "0.5", "halves it"),
            new Knob("discriminator.dropout", "0.3", "blurs it"),
            new Knob("loss.labelNoise", "0.3", "confuses it"),
        ],
    };

    [Fact]
    public void The_first_knob_that_can_be_turned_while_training_is_turned_and_then_the_next()
    {
        var options = Tiny.Options("modern-64");

        var first = AutoBalance.Choose(options, 200, s_wins)!;
        options = OptionChanges.Add(options, AutoBalance.Change(200, first));
        var second = AutoBalance.Choose(OptionChanges.At(options, 800), 800, s_wins)!;
        options = OptionChanges.Add(options, AutoBalance.Change(800, second));
        var third = AutoBalance.Choose(OptionChanges.At(options, 1400), 1400, s_wins)!;

        // Label noise is for another loss, and a preset is no knob of a run.
        Assert.Equal(["guards.discriminatorRate", "discriminator.dropout", "guards.discriminatorRate"], [first.Field, second.Field, third.Field]);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(699, false)]
    [InlineData(700, true)]
    public void A_turn_is_given_time_to_show(long step, bool turns)
    {
        var options = OptionChanges.Add(Tiny.Options("modern-64"), AutoBalance.Change(200, s_wins.Knobs[1]));

        Assert.Equal(turns, AutoBalance.Choose(options, step, s_wins) is not null);
    }

    [Fact]
    public void Nothing_is_turned_for_what_is_over_or_has_no_knob()
    {
        Assert.Null(AutoBalance.Choose(Tiny.Options("modern-64"), 200, s_wins with { Over = true }));
        Assert.Null(AutoBalance.Choose(Tiny.Options("modern-64"), 200, s_wins with { Knobs = [s_wins.Knobs[0]] }));
    }

    [Fact]
    public void What_a_detector_sees_is_said_once_with_the_knobs_and_nothing_is_turned_unasked()
    {
        using var folder = new TemporaryFolder();
        using var run = new GuardedRun(folder["run"], Frozen());

        Assert.True(run.ToTheEnd());

        var events = RunEvents.Of(folder["run"]);
        Assert.NotEmpty(events);
        Assert.All(events, happened => Assert.StartsWith("warning:", happened.Event, StringComparison.Ordinal));
        Assert.Equal(events.Count, events.DistinctBy(happened => happened.Event).Count());
        Assert.Equal(run.Warnings, events.Select(happened => happened.Text));
        Assert.Matches(" What would help: --[a-zA-Z.]+ [0-9.E-]+, which ", events[0].Text);
        Assert.Empty(Config(folder["run"]).Guards.Changes);
    }

    [Fact]
    public void With_auto_balance_the_knob_is_turned_and_a_resumed_run_turns_it_at_the_same_step()
    {
        using var folder = new TemporaryFolder();
        using (var whole = new GuardedRun(folder["whole"], Frozen(("guards.autoBalance", "true"))))
        {
            Assert.True(whole.ToTheEnd());
        }

        var turned = Config(folder["whole"]).Guards.Changes[0];
        Assert.Equal("balance", turned.Cause);
        var (field, value) = Assert.Single(turned.Set);
        var told = RunEvents.Of(folder["whole"]).First(happened => happened.Event == "balance");
        Assert.Contains($" Turned from step {turned.Step} on: --{field} {value}, which ", told.Text, StringComparison.Ordinal);

        foreach (long stop in (long[])[turned.Step - 7, turned.Step])
        {
            string parts = folder[$"stopped-{stop}"];
            using (var first = new GuardedRun(parts, Frozen(("guards.autoBalance", "true"))))
            {
                Assert.False(first.ToTheEnd(stopAt: stop));
            }

            using (var second = new GuardedRun(parts, Config(parts)))
            {
                Assert.True(second.ToTheEnd());
            }

            Assert.Equal(CheckpointLocator.Resolve(folder["whole"]).Sha256, CheckpointLocator.Resolve(parts).Sha256);
            Assert.Equal(LogLines.WithoutClock(RunFolder.LogPath(folder["whole"])), LogLines.WithoutClock(RunFolder.LogPath(parts)));
            Assert.Equal(File.ReadAllText(RunFolder.EventsPath(folder["whole"])), File.ReadAllText(RunFolder.EventsPath(parts)));
        }
    }

    private static TrainingOptions Frozen(params (string Path, string Value)[] more) => Tiny.Options(
        "modern-64",
        [
            ("steps", "400"), ("output.logEvery", "5"), ("output.checkpointEvery", "40"), ("output.sampleEvery", "0"), ("discriminatorOptimizer.learningRate", "1e-9"),
            ("generatorOptimizer.learningRate", "2e-4"), ("data.fingerprint", Tiny.Pictures().Fingerprint), .. more,
        ]);

    private static TrainingOptions Config(string runFolder) => TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(runFolder));
}
