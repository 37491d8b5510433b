using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Options;

public sealed class TrainingRequestTests
{
    private static readonly TrainingOptions s_run = Tiny.Options("modern-64", ("steps", "50"));

    [Fact]
    public void A_new_run_is_the_preset_with_the_fields_of_the_command_line()
    {
        var options = new TrainingRequest("anime-64", [("data.folder", "d"), ("steps", "5"), ("steps", "7")]).Resolve();

        Assert.Equal(
            TrainingOptionsJson.Serialize(Presets.Anime64 with { Data = new DataOptions { Folder = "d" }, Steps = 7 }), TrainingOptionsJson.Serialize(options));
    }

    [Fact]
    public void Without_a_preset_the_modern_one_is_taken() =>
        Assert.Equal("modern-64", new TrainingRequest(null, [("data.folder", "d")]).Resolve().Preset);

    [Theory]
    [InlineData(3200, "steps=100")]
    [InlineData(6400, "steps=100 batch=64")]
    [InlineData(5000, "steps=100 schedule.images=5000")]
    public void A_schedule_lasts_as_long_as_the_run_unless_its_length_is_given(long images, string changes)
    {
        var fields = changes.Split(' ').Select(change => change.Split('=')).Select(change => (change[0], change[1]));

        Assert.Equal(images, new TrainingRequest("sharp-64", [("data.folder", "d"), .. fields]).Resolve().Schedule.Images);
    }

    [Fact]
    public void A_new_run_needs_pictures()
    {
        var error = Assert.Throws<UsageException>(() => new TrainingRequest("anime-64", []).Resolve());

        Assert.Equal("there is nothing to train on. Name a folder of pictures, a zip or a set with --data.", error.Message);
    }

    [Fact]
    public void A_configuration_without_sense_is_refused_with_all_its_problems()
    {
        var error = Assert.Throws<UsageException>(() => new TrainingRequest("anime-64", [("data.folder", "d"), ("batch", "0"), ("ema.decay", "2")]).Resolve());

        Assert.Equal("the configuration does not make sense: batch is 0; it must be from 2 to 4096; ema.decay is 2; it must be from 0 (no average) to below 1.", error.Message);
    }

    [Fact]
    public void What_is_set_on_resuming_counts_more_than_what_a_guard_had_found()
    {
        var halved = OptionChanges.Add(s_run, new OptionChange
        {
            Step = 10, Cause = "memory", Set = new Dictionary<string, string> { ["machine.microBatch"] = "2", ["guards.generatorRate"] = "0.5" },
        });

        var resumed = OptionChanges.At(new TrainingRequest("modern-64", [("machine.microBatch", "4")]).Resume(halved, "runs/x"), 20);

        Assert.Equal((4, 0.5), (resumed.Machine.MicroBatch, resumed.Guards.GeneratorRate));
    }

    [Fact]
    public void A_resumed_run_may_grow_move_and_write_at_other_times()
    {
        var resumed = new TrainingRequest(
            "modern-64", [("steps", "90"), ("data.folder", "elsewhere"), ("machine.threads", "2"), ("output.checkpointEvery", "10"), ("batch", "4")]).Resume(s_run, "runs/x");

        Assert.Equal((90L, "elsewhere", 2, 10), (resumed.Steps, resumed.Data.Folder, resumed.Machine.Threads, resumed.Output.CheckpointEvery));
    }

    [Fact]
    public void A_resumed_run_keeps_its_recipe_and_the_refusal_names_each_field()
    {
        var error = Assert.Throws<UsageException>(() => new TrainingRequest("anime-64", [("batch", "8"), ("penalty.gamma", "2")]).Resume(s_run, "runs/x"));

        Assert.Equal(
            "the run 'runs/x' cannot be resumed with a different configuration: preset is anime-64 here and modern-64 in the run; batch is 8 here and 4 in the run; penalty.gamma is 2 here and 8 in the run. Leave them out to continue it, or start a new run.",
            error.Message);
    }
}
