using LatentWalk.Core.Checkpoints;
using LatentWalk.Data;
using LatentWalk.Trainer.Data;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>Real runs from a folder, from what a large folder is packed to, and from a set; one with damage done to it on the way.</summary>
public sealed class TrainFromSetTests
{
    private static readonly string[] s_recipe = ["--steps", "12", "--checkpoint-every", "4", "--sample-every", "0"];

    [UnixFact]
    public void A_folder_too_large_for_memory_trains_the_same_and_is_not_decoded_again_on_resume()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        using var whole = TrainerProcess.Run(TrainCommand.New(pictures, folder["whole"], "modern-64", s_recipe));
        Assert.True(whole.ExitCode == 0, whole.Error);
        string packed = Path.Combine(folder["run"], "pictures.lwset");

        using var killed = TrainerProcess.Start(("LATENTWALK_PICTURE_MB", "0"), TrainCommand.New(pictures, folder["run"], "modern-64", "--steps", "100000", "--checkpoint-every", "4", "--sample-every", "0"));
        killed.WaitFor("Ctrl-C saves and stops.");
        killed.Signal("INT");
        killed.Wait();
        Assert.Contains($"are decoded once into '{packed}'", killed.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(packed));

        long step = CheckpointLocator.Resolve(folder["run"]).Step;
        Directory.Delete(pictures, recursive: true);
        Directory.CreateDirectory(pictures);
        using var resumed = TrainerProcess.Start(("LATENTWALK_PICTURE_MB", "0"), TrainCommand.Resume(folder["run"], "--steps", $"{step + 3}"));
        resumed.Wait();

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.False(File.Exists(packed), "what was packed goes when the run is done");
        Assert.Equal(
            LogLines.WithoutClock(RunFolder.LogPath(folder["whole"])).Take(1),
            LogLines.WithoutClock(RunFolder.LogPath(folder["run"])).Take(1));
    }

    [UnixFact]
    public void A_picture_that_goes_bad_in_the_middle_of_a_run_does_not_stop_it()
    {
        using var folder = new TemporaryFolder();
        string set = Pack(folder);
        using var trainer = TrainerProcess.Start(TrainCommand.New(set, folder["run"], "modern-64", "--steps", "100000", "--checkpoint-every", "1000", "--sample-every", "0"));
        trainer.WaitFor("Ctrl-C saves and stops.");
        using (var file = new FileStream(set, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.Position = 4096;
            file.Write(new byte[700]);
        }

        trainer.WaitFor("picture 0 of");
        trainer.Signal("INT");
        trainer.Wait();

        Assert.Equal(130, trainer.ExitCode);
        Assert.Contains("is damaged or cannot be read any more", trainer.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 10 pictures had gone bad, and others took their places", trainer.Error, StringComparison.Ordinal);

        // Its fingerprint is what was packed, so the run goes on with what is left.
        long step = CheckpointLocator.Resolve(folder["run"]).Step;
        using var resumed = TrainerProcess.Run(TrainCommand.Resume(folder["run"], "--steps", $"{step + 5}"));
        Assert.True(resumed.ExitCode == 0, resumed.Error);
    }

    [UnixFact]
    public void When_all_pictures_are_gone_what_was_learned_is_saved()
    {
        using var folder = new TemporaryFolder();
        string set = Pack(folder);
        using var trainer = TrainerProcess.Start(TrainCommand.New(set, folder["run"], "modern-64", "--steps", "100000", "--checkpoint-every", "100000", "--sample-every", "0"));
        trainer.WaitFor("Ctrl-C saves and stops.");
        Thread.Sleep(300);
        using (var file = new FileStream(set, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(4096);
        }

        trainer.Wait();

        Assert.Equal(3, trainer.ExitCode);
        Assert.Contains("none of the 10 pictures can be read any more", trainer.Error, StringComparison.Ordinal);
        Assert.True(CheckpointLocator.Resolve(folder["run"]).Step > 0);
    }

    private static string Pack(TemporaryFolder folder)
    {
        Tiny.WritePictures(folder["pictures"]);
        var request = new PictureRequest { Data = folder["pictures"], Size = Tiny.Size, MemoryBytes = 0, PackedPath = folder["a" + PackedSet.Ending] };
        PictureSource.Open(request).Dispose();
        return request.PackedPath;
    }
}
