using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking.Tests;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The session without any window or GL: opening, dropping, saving.</summary>
public sealed class WalkSessionTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_walk_begins_at_the_first_seed_of_the_sample_sheet_or_at_the_seed_that_was_named()
    {
        using WalkSession plain = Open();
        Assert.Equal(Latent.FromSeed(11, TestGenerator.ZDim), plain.Face.Z);
        using WalkSession named = Open(seed: 77);
        Assert.Equal(Latent.FromSeed(77, TestGenerator.ZDim), named.Face.Z);
        Assert.Equal(77ul, named.Face.Seed);
    }

    [Fact]
    public void A_dropped_run_folder_opens_its_generator()
    {
        TestGenerator.Write(temp["runs/other/late.onnx"], weightSeed: 2, step: 900);
        using WalkSession session = Open();
        byte[] before = [.. session.Face.Rgba];
        session.Open(temp["runs/other"]);
        session.Settle();
        Assert.Equal("late", session.Generator!.Info.Name);
        Assert.Equal(900, session.Generator.Info.Step);
        Assert.NotEqual(before, session.Face.Rgba);
        Assert.Equal("opened late", session.State.Toast);
    }

    [Fact]
    public void What_cannot_be_opened_is_said_on_screen_and_the_walk_goes_on()
    {
        using WalkSession session = Open();
        File.WriteAllText(temp["bad.onnx"], "no model");
        session.Open(temp["bad.onnx"]);
        session.Settle();
        Assert.Contains("bad.onnx", session.State.Problem, StringComparison.Ordinal);
        long version = session.Face.Version;
        session.KeyDown(Key.W);
        Tick(session, 10);
        Assert.True(session.Face.Version > version);
        Assert.NotNull(session.State.Problem);
        session.KeyDown(Key.Escape);
        Assert.Null(session.State.Problem);
        Assert.False(session.State.Quitting);
    }

    [Fact]
    public void A_first_generator_that_cannot_be_opened_ends_the_program()
    {
        File.WriteAllText(temp["bad.onnx"], "no model");
        using WalkSession session = Make(null);
        session.Open(temp["bad.onnx"]);
        Assert.Throws<BadModelException>(session.Settle);
    }

    [Fact]
    public void A_picture_that_another_generator_made_says_which_one_is_missing()
    {
        TestGenerator.Write(temp["gone.onnx"], weightSeed: 3);
        using (WalkSession other = Make(null))
        {
            other.Open(temp["gone.onnx"]);
            other.Settle();
            Press(other, Key.P);
        }

        File.Delete(temp["gone.onnx"]);
        using WalkSession session = Open();
        session.Open(Assert.Single(Directory.GetFiles(temp["out"])));
        session.Settle();
        Assert.Contains("made by another generator (step 600), SHA-256", session.State.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pictures_of_one_second_are_two_files_and_carry_their_seed()
    {
        using WalkSession session = Open(seed: 5);
        Press(session, Key.P);
        Press(session, Key.P);
        string[] files = Directory.GetFiles(temp["out"]);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.StartsWith("painted-step000600-seed5-", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.StartsWith("saved painted-", session.State.Toast, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_on_screen()
    {
        File.WriteAllText(temp["out"], "a file where the folder should be");
        using WalkSession session = Open();
        Press(session, Key.P);
        Assert.Contains(temp["out"], session.State.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", session.State.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_a_saved_picture_of_the_open_generator_does_not_load_it_again()
    {
        using WalkSession session = Open();
        session.KeyDown(Key.D);
        Tick(session, 30);
        session.KeyUp(Key.D);
        Tick(session, 200);
        byte[] there = [.. session.Face.Rgba];
        Press(session, Key.P);
        GeneratorSource generator = session.Generator!;
        Press(session, Key.Space);
        Tick(session, 200);
        Assert.NotEqual(there, session.Face.Rgba);
        session.Open(Assert.Single(Directory.GetFiles(temp["out"])));
        session.Settle();
        Assert.Same(generator, session.Generator);
        Assert.Equal(there, session.Face.Rgba);
    }

    private static void Press(WalkSession session, Key key)
    {
        session.KeyDown(key);
        session.KeyUp(key);
        session.Settle();
    }

    private static void Tick(WalkSession session, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            session.Tick(Walks.Frame);
            session.Settle();
        }
    }

    private WalkSession Open(ulong? seed = null)
    {
        WalkSession session = Make(seed);
        session.Open(TestGenerator.Shared);
        session.Settle();
        return session;
    }

    private WalkSession Make(ulong? seed) => new(
        new SessionSettings { OutFolder = temp["out"], Seed = seed, WalkSeed = 1, Provider = Inference.ProviderChoice.Cpu },
        new OpenResolver(new ModelFolders([temp["nowhere"]])), TimeProvider.System);

    [Fact]
    public void A_saved_picture_of_a_class_leads_back_to_its_class()
    {
        string file = temp["classes.onnx"];
        File.WriteAllText(file, "opened by the settings below");
        SessionSettings settings = new()
        {
            OutFolder = temp["out"],
            WalkSeed = 1,
            OpenSource = (path, _) => new GeneratorSource(Working.FaultyEngine.Info(path, classes: 3), new Working.FaultyEngine()),
        };
        using WalkSession session = new(settings, new OpenResolver(new ModelFolders([temp["nowhere"]])), TimeProvider.System);
        session.Open(file);
        session.Settle();
        Assert.Equal([1, 0, 0], session.Face.C);
        session.Press(Walking.Command.NextClass);
        session.Release(Walking.Command.NextClass);
        Tick(session, 30);
        Assert.Equal([0, 1, 0], session.Face.C);
        session.Press(Walking.Command.Save);
        session.Settle();
        string picture = Assert.Single(Directory.GetFiles(temp["out"]));
        Assert.Equal([0, 1, 0], Imaging.PngFile.ReadLatent(picture)!.C!);

        session.Press(Walking.Command.NextClass);
        Tick(session, 30);
        Assert.Equal([0, 0, 1], session.Face.C);
        session.Open(picture);
        session.Settle();
        Assert.Equal([0, 1, 0], session.Face.C);
    }
}
