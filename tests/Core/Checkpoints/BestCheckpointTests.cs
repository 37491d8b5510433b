using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Tests.Checkpoints;

public class BestCheckpointTests
{
    [Fact]
    public void The_best_is_kept_beside_the_two_newest_until_one_beats_it()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        Commit(store, 1, 0.5);
        Commit(store, 2, 0.3);
        Commit(store, 3, 0.4);
        TestRun.Commit(store, 4);
        TestRun.Commit(store, 5);

        Assert.Equal(["manifest.json", "step-000002.safetensors", "step-000004.safetensors", "step-000005.safetensors"], run.Names());
        BestCheckpoint best = CommittedCheckpoints.Best(run.Path)!;
        Assert.Equal((2, new CheckpointScore("kid", 0.3)), (best.Checkpoint.Step, best.Score));
        Assert.Equal(2, TestRun.FirstWeight(best.Checkpoint));
        Assert.Equal(5, store.Newest()!.Step);

        Commit(store, 6, 0.2);
        Assert.Equal(["manifest.json", "step-000005.safetensors", "step-000006.safetensors"], run.Names());
        Assert.Equal(6, CommittedCheckpoints.Best(run.Path)!.Checkpoint.Step);
    }

    [Fact]
    public void The_best_is_remembered_by_whoever_goes_on()
    {
        using var run = new TestRun();
        using (var store = new CheckpointStore(run.Path))
        {
            Commit(store, 1, 0.3);
        }

        using (var store = new CheckpointStore(run.Path))
        {
            Commit(store, 2, 0.4);
            Commit(store, 3, 0.4);
            Commit(store, 4, 0.4);
        }

        Assert.Equal(1, CommittedCheckpoints.Best(run.Path)!.Checkpoint.Step);
        run.Commit(5);
        Assert.Contains("step-000001.safetensors", run.Names());
    }

    [Theory]
    [InlineData("kid", 0.2, "kid", 0.3, true)]
    [InlineData("kid", 0.3, "kid", 0.3, false)]
    [InlineData("kid", double.NaN, "kid", 0.3, false)]
    [InlineData("swd", 9, "kid", 0.3, true)]
    public void A_score_beats_another(string metric, double value, string otherMetric, double other, bool beats)
    {
        Assert.Equal(beats, new CheckpointScore(metric, value).Beats(new CheckpointScore(otherMetric, other)));
        Assert.Equal(double.IsFinite(value), new CheckpointScore(metric, value).Beats(null));
    }

    [Fact]
    public void A_best_that_has_been_damaged_is_not_kept()
    {
        using var run = new TestRun();
        using (var store = new CheckpointStore(run.Path))
        {
            Commit(store, 1, 0.3);
        }

        File.WriteAllText(run.File(1), "damaged");
        run.Commit(2);
        using (var store = new CheckpointStore(run.Path))
        {
            Assert.NotNull(store.Newest());
            Commit(store, 3, 0.9);
            Assert.Equal(0.3, CommittedCheckpoints.Best(run.Path)!.Score.Value);
        }
    }

    [Fact]
    public void A_manifest_whose_best_is_nowhere_is_not_believed()
    {
        using var run = new TestRun();
        using (var store = new CheckpointStore(run.Path))
        {
            Commit(store, 1, 0.3);
        }

        File.WriteAllText(run.Manifest, File.ReadAllText(run.Manifest).Replace("\"file\": \"step-000001.safetensors\",\n    \"metric\"", "\"file\": \"../elsewhere\",\n    \"metric\"", StringComparison.Ordinal));

        Assert.Equal(1, CheckpointLocator.Resolve(run.Path, out var warnings).Step);
        Assert.Contains("best is '../elsewhere', which is none of the generations", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Going_back_gives_the_newest_up_and_never_the_last()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        Commit(store, 1, 0.3);
        Commit(store, 2, 0.2);

        Assert.Equal(1, store.GoBack()!.Step);
        Assert.Equal(["manifest.json", "step-000001.safetensors"], run.Names());
        Assert.Null(CommittedCheckpoints.Best(run.Path));
        Assert.Null(store.GoBack());
        Assert.Equal(["manifest.json", "step-000001.safetensors"], run.Names());
    }

    [Fact]
    public void Going_back_to_one_that_is_damaged_is_refused()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        TestRun.Commit(store, 1);
        TestRun.Commit(store, 2);
        File.WriteAllText(run.File(1), "damaged");

        Assert.Null(store.GoBack());
        Assert.Equal(2, store.Newest()!.Step);
    }

    [Fact]
    public void Room_is_made_by_the_oldest_but_never_by_the_newest_or_the_best()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        Assert.Null(store.LetOldestGo());
        Commit(store, 1, 0.3);
        TestRun.Commit(store, 2);
        TestRun.Commit(store, 3);

        Assert.Equal(2, store.LetOldestGo());
        Assert.Equal(["manifest.json", "step-000001.safetensors", "step-000003.safetensors"], run.Names());
        Assert.Null(store.LetOldestGo());
        Assert.Equal(3, store.Newest()!.Step);
    }

    [Fact]
    public void No_room_is_made_while_the_newest_is_damaged()
    {
        using var run = new TestRun();
        run.Commit(1, 2);
        File.WriteAllText(run.File(2), "damaged");
        using var store = new CheckpointStore(run.Path);
        Assert.Equal(1, store.Newest()!.Step);

        Assert.Null(store.LetOldestGo());
    }

    private static void Commit(CheckpointStore store, long step, double kid) => store.Commit(
        step,
        new Dictionary<string, string> { [CheckpointKeys.Version] = "1", [CheckpointKeys.Step] = $"{step}" },
        [TensorEntry.OfFloats("w", [4], [step, 1, 2, 3])],
        new CheckpointScore("kid", kid));
}
