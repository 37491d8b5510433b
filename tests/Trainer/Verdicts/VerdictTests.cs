using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Tests.Verdicts;

public sealed class VerdictTests
{
    private static readonly (long Step, string Path)[] s_kept = [(200, "a"), (400, "b"), (600, "c")];

    [Fact]
    public void A_run_that_has_just_begun_is_not_judged()
    {
        Assert.Equal(("Starting", "Nothing has been told yet."), Said(Logs.Of(0)));
        Assert.Equal(("Starting", "Too early to tell: a run shows what it is about after 150 steps."), Said(Logs.Of(100)));
    }

    [Fact]
    public void A_healthy_run_learns_and_its_newest_generator_is_the_one()
    {
        var verdict = Verdict.Of(Logs.Of(600), s_kept);

        Assert.Equal(("Learning", null), (verdict.Headline, verdict.Kind));
        Assert.Equal(
            "The pictures' distance to the data went from 0.94 at step 10 to 0.02 at step 600; they are 90 % as diverse as the data, and none of the usual troubles shows.", verdict.Text);
        Assert.Equal(new ExportAdvice(600, "c", "the newest, and the best by its distance to the data (0.0209)", true), verdict.Export);
    }

    [Fact]
    public void The_exact_recipe_that_collapsed_on_flat_pictures_is_told_so_with_the_knobs_of_its_own_time_and_ours()
    {
        var run = Logs.Of(
            1200,
            line => line.Step < 700 ? line with { Signs = Logs.Signs(0.6, 0.4) } : line with { LossD = 0.02, LossG = 12, AccuracyReal = 1, AccuracyFake = 1, Signs = Logs.Signs(0.55, 0.11, 0.1) },
            Presets.Anime64);

        var verdict = Verdict.Of(run, s_kept);

        Assert.Equal(("Collapsed", FindingKind.Collapsed), (verdict.Headline, verdict.Kind));
        Assert.Equal(
            "The generator draws nearly the same picture for every latent: they differ 11 % as much as the data's do. "
            + "The discriminator has won (loss 0.02, right about 100 % of the real and 100 % of the drawn pictures), so the generator (loss 12) is told that everything is wrong and not in which direction to go; it has settled on one picture.",
            verdict.Text);
        Assert.Equal(
            ["--preset modern-64", "--guards.discriminatorRate 0.5", "--loss.labelNoise 0.3", "--discriminator.dropout 0.3"], verdict.Findings[0].Knobs.Select(knob => knob.Option));
        Assert.Equal(720, verdict.Findings[0].Since);
        Assert.False(verdict.Export!.Worthwhile);
    }

    [Fact]
    public void A_discriminator_that_has_won_has_not_lost_for_one_bad_batch()
    {
        var run = Logs.Of(
            1200,
            line => line.Step switch
            {
                1110 => line with { LossD = 2.7, AccuracyReal = 0.3 },
                > 1110 and < 1150 => line with { LossD = 0.2, AccuracyReal = 0.94, AccuracyFake = 1 },
                _ => line with { LossD = 0.03, LossG = 6, AccuracyReal = 1, AccuracyFake = 1, Signs = Logs.Signs(0.15) },
            },
            Presets.Anime64);

        Assert.Equal("Unbalanced: the discriminator wins", Verdict.Of(run, s_kept).Headline);
    }

    [Fact]
    public void A_run_that_is_out_of_trouble_is_said_to_have_been_in_it()
    {
        RunEvent[] before = [new() { Step = 200, Event = RunEventNames.Warning(FindingKind.Collapsed), Text = "" }, new() { Step = 300, Event = RunEventNames.Warning(FindingKind.Unstable), Text = "" }];

        Assert.EndsWith("none of the usual troubles shows now; there was a warning at step 200, 300.", Verdict.Of(Logs.Of(600, events: before), s_kept).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_cannot_move_is_named_before_what_comes_of_it()
    {
        var frozen = Presets.Modern64 with { GeneratorOptimizer = Presets.Modern64.GeneratorOptimizer with { LearningRate = 1e-12 } };
        var verdict = Verdict.Of(Logs.Of(600, line => line with { LossD = 0.001, AccuracyReal = 1, AccuracyFake = 1, Signs = Logs.Signs(0.8, 0.1) }, frozen), []);

        Assert.Equal("Unbalanced: the generator does not learn", verdict.Headline);
        Assert.Contains("The generator hardly learns: its learning rate is 1E-12, the discriminator's 0.0004.", verdict.Text, StringComparison.Ordinal);
        Assert.Equal("--generatorOptimizer.learningRate 0.0004", verdict.Findings[0].Knobs[0].Option);
        Assert.Contains(verdict.Findings, finding => finding.Kind == FindingKind.Collapsed);
    }

    /// <summary>The curves of the exact recipe on ten thousand flat-coloured avatars, in small: it bloomed for two hundred steps.</summary>
    [Fact]
    public void What_bloomed_and_fell_back_to_one_picture_has_collapsed()
    {
        var run = Logs.Of(
            1000,
            line => line with
            {
                LossD = 0.07,
                LossG = 5.4,
                AccuracyReal = 1,
                AccuracyFake = 1,
                Signs = line.Step is > 600 and < 850 ? Logs.Signs(0.22, 0.55) : Logs.Signs(0.9 - (line.Step % 100 / 500.0), line.Step > 850 ? 0.22 : 0.1),
            },
            Presets.Anime64);

        var verdict = Verdict.Of(run, s_kept);

        Assert.Equal("Collapsed", verdict.Headline);
        Assert.StartsWith("The generator draws nearly the same picture for every latent: they differ 22 % as much as the data's do. The discriminator has won", verdict.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(verdict.Findings, finding => finding.Kind == FindingKind.Unstable);
        Assert.InRange(verdict.Findings[0].Since, 850, 960);
    }

    [Fact]
    public void A_slow_start_is_no_collapse()
    {
        var run = Logs.Of(400, line => line with { Signs = Logs.Signs(1 - (line.Step / 600.0), 0.1) });

        Assert.Empty(RunDetectors.Look(run));
    }

    [Fact]
    public void A_few_pictures_again_and_again_are_a_collapse_too()
    {
        var verdict = Verdict.Of(Logs.Of(600, line => line.Step < 300 ? line : line with { Signs = Logs.Signs(0.3, 0.8, 0.05) }), []);

        Assert.Equal("Collapsed", verdict.Headline);
        Assert.StartsWith("The generator draws a few pictures again and again: each has a twin 5 % as far away as in the data.", verdict.Text, StringComparison.Ordinal);
        Assert.Null(verdict.Export);
    }

    [Fact]
    public void What_is_being_lost_is_exported_from_when_it_was_best()
    {
        var verdict = Verdict.Of(Logs.Of(600, line => line.Step <= 420 ? line : line with { Signs = Logs.Signs(0.5) }), s_kept);

        Assert.Equal("Unstable", verdict.Headline);
        Assert.Contains("and are at 0.5 now: what was learned is being lost.", verdict.Text, StringComparison.Ordinal);
        Assert.Equal((400, "b"), (verdict.Export!.Step, verdict.Export.Path));
        Assert.Equal(["--guards.discriminatorRate 0.5", "--guards.generatorRate 0.5"], verdict.Findings[0].Knobs.Select(knob => knob.Option));
    }

    [Fact]
    public void A_run_that_went_back_and_goes_on_well_is_said_to_learn()
    {
        var back = new RunEvent { Step = 200, Event = RunEventNames.Rollback, Text = "Step 211 went wrong." };

        var soon = Verdict.Of(Logs.Of(250, events: back), []);
        var later = Verdict.Of(Logs.Of(600, events: back), []);

        Assert.Equal(FindingKind.Diverged, soon.Kind);
        Assert.Equal(("Learning", true), (later.Headline, later.Findings.Single().Over));
    }

    [Fact]
    public void A_plateau_is_said_with_its_step_and_only_after_long()
    {
        RunRecord Flat(long steps) => Logs.Of(steps, line => line with { Signs = Logs.Signs(Math.Max(0.05, Math.Exp(-line.Step / 1000.0))) }, every: 100);

        Assert.Equal("Learning", Verdict.Of(Flat(6000), []).Headline);
        var verdict = Verdict.Of(Flat(12_000), [(3000, "a"), (12_000, "b")]);
        Assert.Equal((FindingKind.Plateau, true), (verdict.Kind, verdict.Headline.StartsWith("Plateau since step 3", StringComparison.Ordinal)));
        Assert.Empty(verdict.Findings[0].Knobs);
        Assert.Equal(12_000, verdict.Export!.Step);
    }

    [Fact]
    public void There_is_no_plateau_while_the_rates_still_fall()
    {
        var options = Presets.Sharp64 with { Schedule = Presets.Sharp64.Schedule with { Images = 12_000 * Presets.Sharp64.ImagesPerStep } };
        RunRecord Flat(long steps) => Logs.Of(steps, line => line with { Signs = Logs.Signs(Math.Max(0.05, Math.Exp(-line.Step / 1000.0))) }, options, every: 100);

        Assert.Equal("Learning", Verdict.Of(Flat(12_000), []).Headline);
        Assert.Equal("Learning", Verdict.Of(Flat(16_900), []).Headline);
        Assert.Equal(FindingKind.Plateau, Verdict.Of(Flat(17_000), []).Kind);
    }

    [Fact]
    public void Copies_are_not_recommended_however_close_to_the_data()
    {
        var verdict = Verdict.Of(Logs.Of(600, line => line.Step < 500 ? line : line with { Signs = Logs.Signs(0.001, nearest: 0.2) }), s_kept);

        Assert.Equal("Memorising", verdict.Headline);
        Assert.Contains("0.20 times as far from the nearest real one", verdict.Text, StringComparison.Ordinal);
        Assert.Equal(400, verdict.Export!.Step);
    }

    [Fact]
    public void A_knob_knows_whether_a_run_can_take_it_as_it_goes_on()
    {
        Assert.True(new Knob("guards.discriminatorRate", 0.5, "").InRun);
        Assert.False(new Knob("discriminator.width", 16, "").InRun);
        Assert.Equal("--mirror", new Knob("mirror", "", "").Option);
    }

    [Fact]
    public void Lines_without_signs_are_judged_by_their_losses()
    {
        var verdict = Verdict.Of(Logs.Of(600, line => line with { Signs = null, LossD = 0.001, AccuracyReal = 1, AccuracyFake = 1 }), s_kept);

        Assert.Equal(FindingKind.DiscriminatorWins, verdict.Kind);
        Assert.Equal("the newest; nothing in the log tells which is best", verdict.Export!.Why);
    }

    private static (string, string) Said(RunRecord run)
    {
        var verdict = Verdict.Of(run, []);
        return (verdict.Headline, verdict.Text);
    }
}
