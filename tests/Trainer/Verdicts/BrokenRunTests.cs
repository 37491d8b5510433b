using System.Globalization;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Training;
using LatentWalk.Trainer.Verdicts;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>
/// Runs that are broken on purpose are named for what they are, and healthy ones are left in peace. Seven and five, all of
/// 500 steps, with LW_TEST_ALL_RUNS=1; without it those that show what is wrong with them soonest, and one healthy run.
/// </summary>
public sealed class BrokenRunTests
{
    private const int Steps = 500;

    [AllRunsFact]
    public void Learning_rates_a_hundred_times_too_high_are_named()
    {
        using var lab = new RunLab();

        var verdict = lab.Train(RunLab.Options("modern-64", Steps, ("generatorOptimizer.learningRate", "0.04"), ("discriminatorOptimizer.learningRate", "0.04")));

        Assert.True(verdict.Kind is FindingKind.Diverged or FindingKind.Unstable, verdict.Headline);
        Assert.Contains("Both learning rates are far too high: 0.04, where the presets have 0.0001 to 0.0008.", verdict.Text, StringComparison.Ordinal);
        Assert.Equal("--discriminatorOptimizer.learningRate 0.0002", verdict.Findings[0].Knobs[0].Option);
    }

    [Fact]
    public void A_discriminator_that_is_frozen_is_named()
    {
        using var lab = new RunLab();

        var verdict = lab.Train(RunLab.Options("modern-64", AllRunsFactAttribute.All ? Steps : 260, ("discriminatorOptimizer.learningRate", "1e-12")));

        Assert.Equal(FindingKind.DiscriminatorStuck, verdict.Kind);
        Assert.Contains("The discriminator hardly learns: its learning rate is 1E-12, the generator's 0.0004.", verdict.Text, StringComparison.Ordinal);
        Assert.Equal("--discriminatorOptimizer.learningRate 0.0004", verdict.Findings[0].Knobs[0].Option);
        Assert.False(verdict.Export!.Worthwhile);
    }

    [AllRunsFact]
    public void A_generator_that_draws_one_picture_is_named()
    {
        using var lab = new RunLab();

        var verdict = lab.Train(RunLab.Options("modern-64", Steps), tamper: LoseTheLatent);

        Assert.Equal(FindingKind.Collapsed, verdict.Kind);
        Assert.Contains("nearly the same picture for every latent", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_is_named_and_the_run_goes_on()
    {
        using var lab = new RunLab();
        int poisons = 1;

        var verdict = lab.Train(RunLab.Options("modern-64", 130), guarded: true, tamper: news =>
        {
            if (news.Step == 110 && poisons-- > 0)
            {
                using var noGradient = no_grad();
                news.State.Discriminator.parameters().First().fill_(float.NaN);
            }
        });

        Assert.Equal(FindingKind.Diverged, verdict.Kind);
        Assert.StartsWith("Step 111 went wrong: ", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("Going on from the checkpoint of step 100 with half the learning rate of the discriminator", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_swapped_are_named()
    {
        using var lab = new RunLab();
        var options = RunLab.Options("modern-64", AllRunsFactAttribute.All ? Steps : 160);

        var verdict = lab.Train(options, loss: new SwappedLoss(Loss.Of(options.Loss)));

        Assert.Equal(FindingKind.LabelsSwapped, verdict.Kind);
        Assert.Contains("It is taught the wrong way round", verdict.Text, StringComparison.Ordinal);
    }

    [AllRunsFact]
    public void Twenty_pictures_learned_by_heart_are_named()
    {
        using var lab = new RunLab();

        var verdict = lab.Train(RunLab.Options("modern-64", Steps), pictures: 20);

        Assert.Equal(FindingKind.Memorising, verdict.Kind);
        Assert.Contains("each of the 20 pictures has been shown 800 times", verdict.Text, StringComparison.Ordinal);
        Assert.Equal("--data DIR", verdict.Findings[0].Knobs[0].Option);
    }

    /// <summary>With the exact recipe, whose discriminator nothing holds back: under a penalty four times the width does no harm, and none is named.</summary>
    [AllRunsFact]
    public void A_discriminator_four_times_as_wide_is_named()
    {
        using var lab = new RunLab();

        var verdict = lab.Train(RunLab.Options("anime-64", Steps, ("discriminator.width", "64")));

        Assert.Equal(FindingKind.DiscriminatorWins, verdict.Kind);
        Assert.Contains("It is 4 times as wide as the generator, which cannot keep up.", verdict.Text, StringComparison.Ordinal);
        Assert.Equal("--discriminator.width 16", verdict.Findings[0].Knobs[0].Option);
    }

    [AllRunsTheory]
    [InlineData("modern-64", "", "1")]
    [InlineData("acgan-64", "", "1")]
    [InlineData("modern-64", "hinge", "2")]
    [InlineData("modern-64", "bce", "3")]
    [InlineData("anime-64", "", "4")]
    public void A_healthy_run_is_left_in_peace(string preset, string loss, string seed)
    {
        using var lab = new RunLab();
        var options = RunLab.Options(preset, Steps, ("seed", seed));
        options = loss.Length == 0 ? options : options with { Loss = options.Loss with { Kind = loss } };
        var alarms = new List<string>();

        var verdict = lab.Train(options, tamper: news => Watch(lab, news, alarms));

        Assert.Equal(("Learning", null), (verdict.Headline, verdict.Kind));
        Assert.Empty(verdict.Findings);
        Assert.Empty(alarms);
    }

    [Fact]
    public void A_healthy_run_is_left_in_peace_from_its_first_step_on()
    {
        using var lab = new RunLab();
        var alarms = new List<string>();

        var verdict = lab.Train(RunLab.Options("modern-64", 240), tamper: news => Watch(lab, news, alarms));

        Assert.Equal("Learning", verdict.Headline);
        Assert.Empty(alarms);
        Assert.Equal((240, true), (verdict.Export!.Step, verdict.Export.Worthwhile));
    }

    private static void Watch(RunLab lab, LoopNews news, List<string> alarms)
    {
        if (news.Step % 10 == 0)
        {
            alarms.AddRange(RunDetectors.Look(Trainer.Report.RunReport.Read(lab.Run)).Select(f => string.Create(CultureInfo.InvariantCulture, $"step {news.Step}: {Verdict.Name(f)}: {f.Seen}")));
        }
    }

    /// <summary>The first layer no longer passes anything on, and does not learn to: what is drawn is the same whatever the latent.</summary>
    private static void LoseTheLatent(LoopNews news)
    {
        using var noGradient = no_grad();
        var first = news.State.Generator.parameters().First();
        first.zero_();
        first.requires_grad = false;
        news.State.Average?.Generator.parameters().First().zero_();
    }
}
