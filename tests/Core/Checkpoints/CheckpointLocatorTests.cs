using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Checkpoints;

public class CheckpointLocatorTests
{
    [Fact]
    public void A_run_a_checkpoints_folder_and_a_file_all_lead_to_the_checkpoint()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        CheckpointRef newest = CheckpointLocator.Resolve(run.Path);
        Assert.Equal((run.File(400), 400L), (newest.Path, newest.Step));
        Assert.Equal(newest, CheckpointLocator.Resolve(run.Checkpoints));
        Assert.Equal(newest, CheckpointLocator.Resolve(run.File(400)));
        Assert.Equal(200, CheckpointLocator.Resolve(run.File(200)).Step);
    }

    [Fact]
    public void What_is_not_there_or_no_run_is_said_with_the_next_step()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            $"'{folder.Inside("none")}' does not exist. Name the folder given to 'lw train --run', or a .safetensors file.",
            Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(folder.Inside("none"))).Message);
        Assert.Contains("is not a run", Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(folder.Path)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(folder.Inside("checkpoints"));
        Assert.Contains("has no checkpoint yet", Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "has no metadata 'latentwalk.version'")]
    [InlineData("""{"__metadata__":{"latentwalk.version":"2","latentwalk.step":"1"}}""", "has checkpoint version '2'; this program reads 1")]
    [InlineData("""{"__metadata__":{"latentwalk.version":"1"}}""", "has no metadata 'latentwalk.step'")]
    [InlineData("""{"__metadata__":{"latentwalk.version":"1","latentwalk.step":"+1"}}""", "latentwalk.step '+1'; expected a whole number")]
    [InlineData("""{"__metadata__":{"latentwalk.version":"1","latentwalk.step":"99999999999999999999"}}""", "expected a whole number")]
    public void A_file_of_another_kind_is_refused(string header, string reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("x.safetensors");
        File.WriteAllBytes(path, Bytes.File(header, 0));
        Assert.Contains(reason, Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_run_is_the_one_that_committed_last()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(RunFolder.Newest(folder.Inside("none")));
        foreach (string name in new[] { "b", "a", "c" })
        {
            using var store = new CheckpointStore(folder.Inside(name));
            if (name != "c")
            {
                TestRun.Commit(store, 1);
            }
        }

        File.SetLastWriteTimeUtc(folder.Inside("b/checkpoints/manifest.json"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(folder.Inside("b"), RunFolder.Newest(folder.Path));
        File.SetLastWriteTimeUtc(folder.Inside("a/checkpoints/manifest.json"), new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(folder.Inside("a"), RunFolder.Newest(folder.Path));
    }

    [Fact]
    public void Names_in_a_run_are_spelled_like_this()
    {
        Assert.Equal(Path.Combine("r", "samples", "step-000200.png"), RunFolder.SampleSheetPath("r", 200));
        Assert.Equal(Path.Combine("r", "samples", "step-1234567.png"), RunFolder.SampleSheetPath("r", 1234567));
        Assert.Equal(Path.Combine("r", "config.json"), RunFolder.ConfigPath("r"));
        Assert.Equal(Path.Combine("r", "log.jsonl"), RunFolder.LogPath("r"));
    }
}
