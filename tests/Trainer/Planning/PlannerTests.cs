using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Planning;
using Xunit;

namespace LatentWalk.Trainer.Tests.Planning;

public sealed class PlannerTests
{
    private const long Gigabyte = 1_000_000_000;

    private static readonly TrainingOptions s_options = Presets.Modern64 with { Batch = 64 };

    [Fact]
    public void Where_the_whole_batch_can_be_tried_the_plan_says_what_that_took()
    {
        var tried = new List<TrainingOptions>();

        var plan = Planner.Plan(s_options, 16 * Gigabyte, ".", options => Trial(options, tried));

        Assert.Equal([8, 16, 64], tried.Select(options => options.Batch));
        Assert.True(plan.Tried);
        Assert.Equal((3.4 * Gigabyte, 1.3), (plan.PeakBytes, plan.StepSeconds));
        Assert.Equal(1.3 * 20_000, plan.TotalSeconds, 1e-6);
        Assert.Equal([32, 16, 8, 4, 2, 1], plan.Parts.Select(part => part.MicroBatch));
        Assert.Equal((long)(1.8 * Gigabyte), plan.Parts[0].PeakBytes);
    }

    [Fact]
    public void Where_it_cannot_the_plan_is_drawn_out_from_smaller_ones_and_says_which_parts_fit()
    {
        var tried = new List<TrainingOptions>();

        var plan = Planner.Plan(s_options, 2 * Gigabyte, ".", options => Trial(options, tried));

        Assert.Equal([8, 16, 24], tried.Select(options => options.Batch));
        Assert.False(plan.Tried);
        Assert.Equal(3.4 * Gigabyte, plan.PeakBytes, 1e3);
        Assert.Equal(1.3, plan.StepSeconds, 1e-9);
        string text = string.Join('\n', PlanText.Of(plan));
        Assert.Contains("Memory       3.40 GB at the most, and the pictures; this machine has 2.00 GB", text, StringComparison.Ordinal);
        Assert.Contains("Time         1.30 s a step, 7 h 13 min for 20000 steps", text, StringComparison.Ordinal);
        Assert.EndsWith("That is more than there is. It fits with --machine.microBatch 16.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_drawn_out_from_as_many_pictures_as_can_be_tried_since_few_may_cost_less_each()
    {
        var plan = Planner.Plan(s_options, 4 * Gigabyte, ".", options =>
        {
            var trial = Trial(options, []);
            return trial with { PeakBytes = trial.PeakBytes + (Gigabyte / 50 * Math.Max(0, options.Batch - 16)) };
        });

        Assert.False(plan.Tried);
        Assert.InRange(plan.PeakBytes, 4.2 * Gigabyte, 4.36 * Gigabyte);
    }

    [Fact]
    public void Parts_that_were_asked_for_are_planned_with()
    {
        var options = s_options with { Machine = new MachineOptions { MicroBatch = 16 } };

        var plan = Planner.Plan(options, 2 * Gigabyte, ".", sized => Trial(sized, []));

        Assert.Equal((16, 1.0 * Gigabyte), (plan.MicroBatch, (double)plan.PeakBytes));
    }

    [Theory]
    [InlineData("r1r2", 8, 1, 1 + (1.0 / 8))]
    [InlineData("r1r2", 1, 1, 2)]
    [InlineData("none", 8, 1, 1)]
    [InlineData("r1r2", 8, 2, 1 + (2.0 / 8))]
    public void A_lazy_penalty_costs_its_share_of_each_step(string kind, int every, int turns, double expected)
    {
        var options = s_options with { Penalty = new PenaltyOptions { Kind = kind, Every = every }, Loss = new LossOptions { Kind = "relativistic", DiscriminatorSteps = turns } };
        double light = every == 1 ? 2 : 1;

        Assert.Equal(expected, TrialRun.Average(options, 1000L * every, light, kind == "none" ? 1 : 2), 1e-9);
    }

    /// <summary>0.2 GB and 0.02 s that are there anyway, 0.05 GB and 0.02 s a picture.</summary>
    private static PlanTrial Trial(TrainingOptions options, List<TrainingOptions> tried)
    {
        tried.Add(options);
        int micro = options.Machine.MicroBatch == 0 ? options.Batch : options.Machine.MicroBatch;
        return new PlanTrial
        {
            Batch = options.Batch,
            MicroBatch = micro,
            StepSeconds = 0.02 + (0.02 * options.Batch),
            PeakBytes = (Gigabyte / 5) + (Gigabyte / 20 * micro),
            GeneratorParameters = 3_000_000,
            DiscriminatorParameters = 2_000_000,
            CheckpointBytes = 80_000_000,
            HistoryBytes = 13_000_000,
        };
    }
}
