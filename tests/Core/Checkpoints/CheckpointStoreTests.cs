using System.Security.Cryptography;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Checkpoints;

public class CheckpointStoreTests
{
    [Fact]
    public void A_commit_is_found_again_with_its_step_and_hash()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        Assert.Null(store.Newest());
        CheckpointRef written = TestRun.Commit(store, 200);
        Assert.Equal(written, store.Newest());
        Assert.Equal(run.File(200), written.Path);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(written.Path))), written.Sha256);
        Assert.Empty(store.Warnings);
    }

    [Fact]
    public void The_manifest_is_written_like_this()
    {
        using var run = new TestRun();
        run.Commit(200);
        CheckpointRef newest = CheckpointLocator.Resolve(run.Path);
        string expected = $$"""
            {
              "version": 1,
              "generations": [
                {
                  "step": 200,
                  "file": "step-000200.safetensors",
                  "bytes": {{new FileInfo(newest.Path).Length}},
                  "sha256": "{{newest.Sha256}}"
                }
              ]
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), File.ReadAllText(run.Manifest).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Two_generations_are_kept()
    {
        using var run = new TestRun();
        run.Commit(1, 2, 3, 4);
        Assert.Equal(["manifest.json", "step-000003.safetensors", "step-000004.safetensors"], run.Names());
    }

    [Fact]
    public void The_same_step_committed_again_gets_a_name_of_its_own()
    {
        using var run = new TestRun();
        run.Commit(5, 5, 5);
        Assert.Equal(["manifest.json", "step-000005-2.safetensors", "step-000005-3.safetensors"], run.Names());
        Assert.Equal("step-000005-3.safetensors", Path.GetFileName(CheckpointLocator.Resolve(run.Path).Path));
    }

    [Fact]
    public void A_newest_checkpoint_cut_at_any_byte_gives_way_to_the_one_before_and_a_warning_says_so()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        byte[] whole = File.ReadAllBytes(run.File(400));
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(run.File(400), whole[..length]);
            CheckpointRef found = CheckpointLocator.Resolve(run.Path, out IReadOnlyList<string> warnings);
            Assert.Equal(200, found.Step);
            Assert.Equal([$"checkpoint '{run.File(400)}' is damaged: it has {length} bytes, expected {whole.Length}. Falling back to the one before it."], warnings);
        }
    }

    [Fact]
    public void A_single_flipped_bit_anywhere_is_noticed()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        byte[] whole = File.ReadAllBytes(run.File(400));
        for (int bit = 0; bit < whole.Length * 8; bit += 3)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(run.File(400), flipped);
            Assert.Equal(200, CheckpointLocator.Resolve(run.Path).Step);
            Assert.ThrowsAny<LatentWalkException>(() => CheckpointLocator.Resolve(run.File(400)));
        }
    }

    [Fact]
    public void A_missing_newest_checkpoint_gives_way_to_the_one_before()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        File.Delete(run.File(400));
        using var store = new CheckpointStore(run.Path);
        Assert.Equal(200, store.Newest()!.Step);
        Assert.Contains("it is missing", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_fallback_training_goes_on_and_the_damaged_one_is_dropped()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        File.WriteAllText(run.File(400), "broken");
        using (var store = new CheckpointStore(run.Path))
        {
            Assert.Equal(200, store.Newest()!.Step);
            TestRun.Commit(store, 400);
            Assert.Equal(400f, TestRun.FirstWeight(store.Newest()!));
        }

        Assert.Equal(["manifest.json", "step-000200.safetensors", "step-000400-2.safetensors"], run.Names());
    }

    [Fact]
    public void When_every_checkpoint_is_damaged_the_error_says_which()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        File.WriteAllText(run.File(200), "x");
        File.WriteAllText(run.File(400), "x");
        var error = Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(run.Path));
        Assert.Contains("step-000200", error.Message, StringComparison.Ordinal);
        Assert.Contains("step-000400", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_cut_at_any_byte_still_leads_to_a_whole_checkpoint()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        byte[] whole = File.ReadAllBytes(run.Manifest);

        // The last byte is a line feed, which nobody misses.
        for (int length = 0; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(run.Manifest, whole[..length]);
            Assert.Equal(400, CheckpointLocator.Resolve(run.Path, out IReadOnlyList<string> warnings).Step);
            Assert.Contains("manifest.json' is damaged", Assert.Single(warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void After_a_damaged_manifest_the_next_commit_keeps_what_was_there()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        File.WriteAllText(run.Manifest, "{");
        run.Commit(600);
        Assert.Equal(600, CheckpointLocator.Resolve(run.Path).Step);
        File.Delete(run.File(600));
        Assert.Equal(400, CheckpointLocator.Resolve(run.Path).Step);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2")]
    public void A_manifest_of_a_newer_program_is_not_guessed_at(string old, string changed, string reason)
    {
        using var run = new TestRun();
        run.Commit(200);
        File.WriteAllText(run.Manifest, File.ReadAllText(run.Manifest).Replace(old, changed, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Throws<BadModelException>(() => CheckpointLocator.Resolve(run.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("step-000200.safetensors", "../../secret.safetensors")]
    [InlineData("step-000200.safetensors", "/etc/passwd")]
    [InlineData("\"step\": 200", "\"step\": -1")]
    [InlineData("\"bytes\":", "\"bites\":")]
    [InlineData("\"bytes\":", "\"bytes\": 1, \"bytes\":")]
    public void A_manifest_that_lies_is_not_believed(string old, string changed)
    {
        using var run = new TestRun();
        run.Commit(200);
        File.WriteAllText(run.Manifest, File.ReadAllText(run.Manifest).Replace(old, changed, StringComparison.Ordinal));
        CheckpointRef found = CheckpointLocator.Resolve(run.Path, out IReadOnlyList<string> warnings);
        Assert.Equal(run.File(200), found.Path);
        Assert.Single(warnings);
    }

    [Fact]
    public void Opening_the_store_sweeps_what_a_crash_left_behind_and_nothing_else()
    {
        using var run = new TestRun();
        run.Commit(200, 400);
        File.WriteAllText(Path.Combine(run.Checkpoints, ".lw-123-4.tmp"), "half");
        File.Copy(run.File(400), run.File(600));
        File.WriteAllText(Path.Combine(run.Checkpoints, "notes.txt"), "mine");
        File.Copy(run.File(400), Path.Combine(run.Checkpoints, "best.safetensors"));
        using (new CheckpointStore(run.Path))
        {
            Assert.Equal(["best.safetensors", "manifest.json", "notes.txt", "step-000200.safetensors", "step-000400.safetensors"], run.Names());
        }
    }

    [Fact]
    public void Reading_a_run_changes_nothing_in_it()
    {
        using var run = new TestRun();
        run.Commit(200);
        File.Copy(run.File(200), run.File(400));
        string[] before = run.Names();
        Assert.Equal(200, CheckpointLocator.Resolve(run.Path).Step);
        Assert.Equal(before, run.Names());
    }

    [Fact]
    public void Two_trainers_cannot_write_one_run()
    {
        using var run = new TestRun();
        using var store = new CheckpointStore(run.Path);
        var error = Assert.Throws<UsageException>(() => new CheckpointStore(run.Path));
        Assert.Equal($"another process is training in '{run.Path}'. Wait for it or name another --run folder.", error.Message);
    }

    [FullDiskFact]
    public void A_full_disk_keeps_the_checkpoints_that_are_there()
    {
        using var disk = new SmallDisk(kilobytes: 256);
        string run = Path.Combine(disk.Path, "run");
        using var store = new CheckpointStore(run);
        TestRun.Commit(store, 1);
        TestRun.Commit(store, 2);
        string[] before = [.. Directory.GetFiles(RunFolder.CheckpointsPath(run)).Order(StringComparer.Ordinal)];
        for (int kilobytes = 260; kilobytes < 400; kilobytes += 20)
        {
            var error = Assert.Throws<DiskException>(() => store.Commit(3, new Dictionary<string, string>(), [TensorEntry.OfBytes("big", [kilobytes * 1024], new byte[kilobytes * 1024])]));
            Assert.Contains("the disk is full. Free some space", error.Message, StringComparison.Ordinal);
            Assert.Equal(2, store.Newest()!.Step);
            Assert.Equal(before, Directory.GetFiles(RunFolder.CheckpointsPath(run)).Order(StringComparer.Ordinal));
        }
    }

    // The pages run out between the checkpoint and its manifest.
    [FullDiskFact]
    public void A_disk_that_fills_up_before_the_manifest_commits_nothing()
    {
        using var disk = new SmallDisk(kilobytes: 256);
        string run = Path.Combine(disk.Path, "run");
        using var store = new CheckpointStore(run);
        TestRun.Commit(store, 1);
        int failures = 0;
        for (int bytes = 238 * 1024; bytes < 256 * 1024; bytes += 1024)
        {
            try
            {
                store.Commit(2, new Dictionary<string, string> { [CheckpointKeys.Version] = "1", [CheckpointKeys.Step] = "2" }, [TensorEntry.OfBytes("big", [bytes], new byte[bytes])]);
                Assert.Equal(2, store.Newest()!.Step);
                TestRun.Commit(store, 1);
                TestRun.Commit(store, 1);
            }
            catch (DiskException)
            {
                failures++;
                Assert.Equal(1, store.Newest()!.Step);
            }
        }

        Assert.InRange(failures, 1, 18);
    }
}
