using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Tests.Models;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;
using LatentWalk.Walking.Tests;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>A walk in a run that goes on training.</summary>
[Collection("alone")]
public sealed class LiveRunTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Each_new_checkpoint_is_entered_at_the_same_place_and_says_its_step()
    {
        TrainingRunSimulator trainer = new(temp["run"]);
        trainer.Commit(101);
        using WalkSession session = Open();
        Assert.Equal(101, session.Generator!.Info.Step);
        session.Press(Command.Forward);
        Run(session, () => session.State.Travelled > 0.2, "W does not fly");
        session.Release(Command.Forward);
        Run(session, () => !session.State.IsMoving, "the walker does not come to rest");
        float[] place = session.State.Latent();
        foreach (long step in new long[] { 102, 103 })
        {
            trainer.Commit(step);
            Run(session, () => session.Generator!.Info.Step == step, $"step {step} was not entered");
            Assert.Equal($"step {step}", session.State.Toast);
            Assert.Equal(place, session.State.Latent());
        }

        trainer.End();
    }

    [Fact]
    public void Compare_takes_the_checkpoint_before_when_no_other_was_named()
    {
        TrainingRunSimulator trainer = new(temp["run"]);
        trainer.Commit(101);
        trainer.Commit(102);
        trainer.End();
        using WalkSession session = Open();
        Run(session, () => session.State.Stops.Count == 2, "the run's moments are not told");
        Assert.Equal([101, 102], session.State.Stops);
        session.Press(Command.Compare);
        Run(session, () => session.Generators.Other is not null, "nothing was opened to compare with");
        Assert.Equal(101, session.Generators.Other!.Info.Step);
        Assert.Equal(102, session.Generator!.Info.Step);
        Assert.Contains("101", session.State.OtherName, StringComparison.Ordinal);
        Assert.Equal(WalkMode.Compare, session.State.Mode);
    }

    [Fact]
    public void A_face_saved_on_the_timeline_belongs_to_the_checkpoint_that_is_shown()
    {
        TrainingRunSimulator trainer = new(temp["run"]);
        trainer.Commit(101);
        trainer.Commit(102);
        trainer.End();
        using WalkSession session = Open();
        Run(session, () => session.State.Stops.Count == 2, "the run's moments are not told");
        session.Press(Command.Timeline);
        session.Press(Command.Left);
        session.Release(Command.Left);
        Run(session, () => session.Face.Source is GeneratorSource { Info.Step: 101 }, "the earlier checkpoint is not shown");
        byte[] shown = [.. session.Face.Rgba];
        session.Press(Command.Save);
        session.Settle();
        string saved = Assert.Single(Directory.GetFiles(temp["out"]));
        Assert.Equal(101, PngFile.ReadLatent(saved)!.Step);

        session.Press(Command.Fly);
        session.Open(saved);
        Run(session, () => session.Generator!.Info.Step == 101, "the picture does not lead back to its checkpoint");
        Assert.Equal(shown, session.Face.Rgba);
    }

    private static void Run(WalkSession session, Func<bool> until, string otherwise)
    {
        for (int frame = 0; frame < 3000; frame++)
        {
            session.Tick(1.0 / 60);
            session.Settle();
            if (until())
            {
                return;
            }

            Thread.Sleep(5);
        }

        Assert.Fail(otherwise);
    }

    private WalkSession Open()
    {
        SessionSettings settings = new() { OutFolder = temp["out"], WalkSeed = 1, Provider = Inference.ProviderChoice.Cpu };
        WalkSession session = new(settings, new OpenResolver(new ModelFolders([temp["nowhere"]])), TimeProvider.System);
        session.Open(temp["run"]);
        session.Settle();
        return session;
    }
}
