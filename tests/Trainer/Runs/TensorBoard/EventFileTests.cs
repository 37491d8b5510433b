using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Runs.TensorBoard;
using LatentWalk.Trainer.Tests.Verbs;

namespace LatentWalk.Trainer.Tests.Runs.TensorBoard;

public sealed class EventFileTests
{
    [Theory]
    [InlineData("123456789", 0xE3069283)]
    [InlineData("", 0u)]
    [InlineData("a", 0xC1D04330)]
    public void The_checksum_is_Castagnolis(string text, uint expected) =>
        Assert.Equal(expected, EventRecord.Crc32C(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void The_checksum_of_zeros_is_that_of_the_standard() => Assert.Equal(0x8A9136AAu, EventRecord.Crc32C(new byte[32]));

    [PythonFact]
    public void Another_program_reads_the_scalars_of_a_run_that_was_resumed()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["pictures"]);
        using var first = TrainerProcess.Run(TrainCommand.New(folder["pictures"], folder["run"], "modern-64", "--steps", "20", "--checkpoint-every", "20", "--output.sampleSteps", "10"));
        using var second = TrainerProcess.Run(TrainCommand.Resume(folder["run"], "--steps", "40"));
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));

        var files = EventReader.Read(folder["run"]);

        Assert.Equal([("brain.Event:2", 1L), ("brain.Event:2", 21L)], files.Select(file => (file.Version, file.Start)));
        Assert.Equal([10, 20], files[0].Steps("training/lossD"));
        Assert.Equal([30, 40], files[1].Steps("training/lossD"));
        Assert.Equal([(10, "samples", 146, 146, "PNG"), (20, "samples", 146, 146, "PNG")], files[0].Pictures);
        foreach (var line in RunHistory.Lines(folder["run"]))
        {
            var file = files[line.Step <= 20 ? 0 : 1];
            Assert.Equal(line.LossD, file.Value(line.Step, "training/lossD"), 1e-4);
            Assert.Equal(line.GradientNormG, file.Value(line.Step, "training/gradientNormG"), 1e-4 * (1 + line.GradientNormG));
            Assert.Equal(line.Signs!.Diversity, file.Value(line.Step, "signs/diversity"), 1e-4);
        }
    }

    [PythonFact]
    public void A_record_that_a_kill_cut_short_spoils_nothing_before_it()
    {
        using var folder = new TemporaryFolder();
        string path;
        using (var events = EventFile.Create(folder.Path, 0))
        {
            events.Write(10, [("training/lossD", 0.25)]);
            events.Write(20, [("training/lossD", 0.5)]);
            path = events.Path;
        }

        byte[] whole = File.ReadAllBytes(path);
        int second = EventRecord.Frame(EventMessage.Scalars(1, 20, [("training/lossD", 0.5)])).Length;
        File.WriteAllBytes(path, whole[..^second]);

        Assert.Equal([10], EventReader.Read(folder.Path)[0].Steps("training/lossD"));
    }

    [Fact]
    public void Sessions_of_one_second_have_files_of_their_own_in_their_order()
    {
        using var folder = new TemporaryFolder();
        var time = new StoppedClock();
        using var first = EventFile.Create(folder.Path, 0, time);
        using var second = EventFile.Create(folder.Path, 200, time);

        Assert.Equal(
            ["events.out.tfevents.1800000000.000.step-000000", "events.out.tfevents.1800000000.000.step-000200"],
            Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_that_is_gone_is_named()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<DiskException>(() => EventFile.Create(folder["gone"], 0));

        Assert.StartsWith($"cannot write '{folder["gone"]}", error.Message, StringComparison.Ordinal);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    }
}
