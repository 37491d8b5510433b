using LatentWalk.Core.Checkpoints;
using LatentWalk.Exporter.Tests;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class RunTimelineTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_run_has_its_checkpoints_and_the_generators_kept_of_earlier_ones_as_stops()
    {
        Train(10, 60);
        IReadOnlyList<TimelineStop> stops = RunTimeline.List(temp["run"]);
        Assert.Equal([10, 20, 30, 40, 50, 60], stops.Select(stop => stop.Step));
        Assert.Equal("checkpoints", Path.GetFileName(Path.GetDirectoryName(stops[^1].Path)));
        Assert.Equal("history", Path.GetFileName(Path.GetDirectoryName(stops[0].Path)));
    }

    [Fact]
    public void What_is_kept_of_a_long_training_is_spread_over_all_of_it()
    {
        Train(10, 400);
        long[] steps = [.. GeneratorHistory.Of(temp["run"]).Select(kept => kept.Step)];
        Assert.Equal(GeneratorHistory.Largest, steps.Length);
        Assert.Equal((10L, 400L), (steps[0], steps[^1]));
        Assert.InRange(steps.Zip(steps.Skip(1), (a, b) => b - a).Max(), 1, 60);
    }

    [Fact]
    public void A_stop_is_opened_when_it_is_looked_at_and_its_neighbours_after_it()
    {
        Train(10, 60);
        using RunTimeline timeline = Open();
        Assert.Null(timeline.Find(3));
        GeneratorSource stop = Await(timeline, 3, 40);
        Assert.Same(stop, timeline.Find(3));
        Assert.True(SpinWait.SpinUntil(() => timeline.Finish() is null && !timeline.IsBusy, 10_000));
        timeline.Find(3);
        Settle(timeline);
        Assert.Equal(50, timeline.Find(4)!.Info.Step);
        Assert.Equal("run", stop.Info.Name);
    }

    [Fact]
    public void While_a_stop_is_being_opened_the_nearest_open_one_stands_in()
    {
        Train(10, 60);
        using RunTimeline timeline = Open();
        Await(timeline, 0, 10);
        Settle(timeline);
        Assert.Contains(timeline.Find(5)!.Info.Step, new long?[] { 10, 20 });
        Assert.Equal(60, Await(timeline, 5, 60).Info.Step);
    }

    [Fact]
    public void Only_some_stops_stay_open_and_each_can_be_opened_again()
    {
        Train(10, 90);
        using RunTimeline timeline = Open();
        for (int round = 0; round < 2; round++)
        {
            for (int stop = 0; stop < timeline.Stops.Count; stop++)
            {
                GeneratorSource source = Await(timeline, stop, timeline.Stops[stop].Step);
                source.Run(new float[source.ZDim], [], 1, new byte[8 * 8 * 4]);
            }
        }
    }

    [Fact]
    public void A_stop_whose_checkpoint_was_pruned_is_found_again_under_its_other_name()
    {
        Train(10, 60);
        using RunTimeline timeline = Open();
        int last = timeline.Nearest(60);
        Train(70, 80);
        timeline.Find(last);
        Assert.True(SpinWait.SpinUntil(() =>
        {
            Assert.Null(timeline.Finish());
            return timeline.Stops[^1].Step == 80;
        }, 10_000));
        Assert.Equal(60, Await(timeline, timeline.Nearest(61), 60).Info.Step);
    }

    [Fact]
    public void A_picture_of_a_checkpoint_leads_to_what_was_kept_of_it_when_it_is_gone()
    {
        string path;
        PictureLatent latent;
        TestCheckpoint.WriteRun(temp["runs/faces"], step: 10);
        using (GeneratorSource source = GeneratorSource.Open(temp["runs/faces"], ProviderChoice.Cpu))
        {
            latent = new PictureLatent { Model = source.Info.Sha256, Seed = 1, Checkpoint = source.Info.Checkpoint, Weights = source.Info.Metadata!.Weights };
            CheckpointRef committed = CheckpointLocator.Resolve(temp["runs/faces"]);
            GeneratorHistory.Keep(temp["runs/faces"], committed, TestCheckpoint.Metadata(Inference.Tests.SmallGenerator.Spec, 10), [.. TestCheckpoint.Tensors(Inference.Tests.SmallGenerator.Spec)]);
            File.Delete(committed.Path);
            path = GeneratorHistory.Of(temp["runs/faces"])[0].Path;
        }

        PngFile.Write(temp["face.png"], new byte[4 * 4 * 4], 4, 4, latent);
        OpenTarget target = new OpenResolver(new ModelFolders([temp.Root])).Resolve(temp["face.png"]);

        Assert.Equal(path, target.Generator);
        using GeneratorSource again = GeneratorSource.Open(path, ProviderChoice.Cpu);
        Assert.Equal((latent.Model, latent.Checkpoint, "faces"), (again.Info.Sha256, again.Info.Checkpoint, again.Info.Name));
    }

    private static GeneratorSource Await(RunTimeline timeline, int stop, long step)
    {
        GeneratorSource? source = null;
        Assert.True(SpinWait.SpinUntil(() =>
        {
            Assert.Null(timeline.Finish());
            source = timeline.Find(stop);
            return source?.Info.Step == step;
        }, 10_000), $"stop {stop} did not open");
        return source!;
    }

    private static void Settle(RunTimeline timeline) => Assert.True(SpinWait.SpinUntil(() =>
    {
        Assert.Null(timeline.Finish());
        return !timeline.IsBusy;
    }, 10_000));

    private RunTimeline Open() => new(temp["run"], ProviderChoice.Cpu, []);

    private void Train(long first, long last)
    {
        TrainingRunSimulator trainer = new(temp["run"]);
        for (long step = first; step <= last; step += 10)
        {
            trainer.Commit(step);
        }

        trainer.End();
    }
}
