using System.Diagnostics;
using LatentWalk.Core.Latents;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

/// <summary>A provider fails while pictures are asked of it: the CPU takes over, and the user is told once.</summary>
public sealed class WatchdogTests
{
    private static readonly float[] Tiles = Latent.FromSeed(9, 64 * FaultyEngine.ZDim);

    private readonly List<string> notices = [];
    private readonly List<string> errors = [];

    [Theory]
    [InlineData(Fault.Throws, "the device was removed")]
    [InlineData(Fault.Nan, "DirectML made a picture with NaN or infinity in it, expected numbers in [-1, 1]")]
    [InlineData(Fault.Hangs, "it has not answered for 0.2 s")]
    public void The_cpu_takes_over_within_two_seconds_and_one_sentence_says_so(Fault fault, string reason)
    {
        FaultyEngine engine = new();
        using GeneratorSource source = new(FaultyEngine.Info(), engine);
        using PictureDesk desk = new();
        Ask(desk, source, 1);
        Settle(desk);
        byte[] before = [.. desk.Face.Rgba];

        engine.Fault = fault;
        long start = Stopwatch.GetTimestamp();
        Ask(desk, source, 2);
        Settle(desk);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 2, $"took {Stopwatch.GetElapsedTime(start)}");
        Assert.Equal("CPU", source.Provider);
        Assert.NotEqual(before, desk.Face.Rgba);
        Assert.Equal(Latent.FromSeed(2, FaultyEngine.ZDim), desk.Face.Z);
        Assert.Equal(64, desk.Sheet.Ready);
        Assert.Equal($"the GPU provider DirectML failed: {reason}; drawing on the CPU now", Assert.Single(notices));
        Assert.Empty(errors);

        Ask(desk, source, 3);
        Settle(desk);
        Assert.Equal(Latent.FromSeed(3, FaultyEngine.ZDim), desk.Face.Z);
        Assert.Single(notices);
        Assert.Equal(fault != Fault.Hangs, engine.IsDisposed);
        engine.Release();
        Assert.True(SpinWait.SpinUntil(() => engine.IsDisposed, 2000), "what hung is not given back once it returns");
    }

    [Fact]
    public void A_slow_provider_is_not_taken_for_a_stuck_one()
    {
        FaultyEngine engine = new() { Fault = Fault.Slow };
        using GeneratorSource source = new(FaultyEngine.Info(), engine);
        using PictureDesk desk = new();
        for (int i = 0; i < 5; i++)
        {
            Ask(desk, source, (ulong)i, sheet: false);
            Settle(desk);
        }

        Assert.Equal("DirectML", source.Provider);
        Assert.Empty(notices);
    }

    [Fact]
    public void When_the_cpu_fails_too_the_error_is_shown_and_the_next_picture_is_tried()
    {
        FaultyEngine engine = new() { Fault = Fault.Throws, CpuFault = Fault.Throws };
        using GeneratorSource source = new(FaultyEngine.Info(), engine);
        using PictureDesk desk = new();
        Ask(desk, source, 1);
        Settle(desk);
        Assert.Single(notices);
        Assert.All(errors, error => Assert.Equal("the device was removed.", error));
        Assert.NotEmpty(errors);
        engine.Cpu!.Fault = Fault.None;
        Ask(desk, source, 2);
        Settle(desk);
        Assert.Equal(Latent.FromSeed(2, FaultyEngine.ZDim), desk.Face.Z);
    }

    [Fact]
    public void A_source_that_hangs_and_has_nothing_to_fall_back_on_says_so_and_another_one_is_drawn()
    {
        FaultyEngine stuck = new() { CanFallBack = false, Fault = Fault.Hangs, Provider = "CPU" };
        using GeneratorSource source = new(FaultyEngine.Info(), stuck);
        using GeneratorSource other = new(FaultyEngine.Info(), new FaultyEngine());
        using PictureDesk desk = new();
        Ask(desk, source, 1);
        Settle(desk);
        Assert.Contains("the generator is stuck: it has not answered for 0.2 s. Open another one, or this one again.", errors);
        int runs = stuck.Runs;
        Ask(desk, source, 2);
        Settle(desk);
        Assert.Equal(runs, stuck.Runs);    // a second thread would be lost in it, too
        Ask(desk, other, 2);
        Settle(desk);
        Assert.Same(other, desk.Face.Source);
        stuck.Release();
    }

    [Fact]
    public void Threads_that_hang_are_left_behind_so_many_times_and_no_more()
    {
        using PictureDesk desk = new();
        List<FaultyEngine> engines = [];
        for (int i = 0; i < 12; i++)
        {
            FaultyEngine engine = new() { CanFallBack = false, Fault = Fault.Hangs };
            engines.Add(engine);
            Ask(desk, new GeneratorSource(FaultyEngine.Info(), engine), (ulong)i, sheet: false);
            Settle(desk);
        }

        Assert.Equal(9, engines.Sum(engine => engine.Runs));
        Assert.Contains(errors, error => error.StartsWith("the inference hung 9 times; save what you like", StringComparison.Ordinal));
        engines.ForEach(engine => engine.Release());
    }

    [Fact]
    public void A_source_disposed_while_it_falls_back_leaves_nothing_behind()
    {
        FaultyEngine engine = new() { Fault = Fault.Hangs };
        GeneratorSource source = new(FaultyEngine.Info(), engine);
        using PictureDesk desk = new();
        Ask(desk, source, 1, sheet: false);
        Thread.Sleep(50);
        source.Dispose();
        Assert.False(engine.IsDisposed);    // a thread is in it
        Settle(desk);
        engine.Release();
        Assert.True(SpinWait.SpinUntil(() => engine.IsDisposed && engine.Cpu is null or { IsDisposed: true }, 2000));
    }

    private static void Ask(PictureDesk desk, GeneratorSource source, ulong seed, bool sheet = true)
    {
        desk.Order(PictureSlot.Face, source, Latent.FromSeed(seed, FaultyEngine.ZDim), [], 1, seed);
        if (sheet)
        {
            desk.OrderSheet(source, Tiles, [], 64, 1, (long)seed);
        }

        desk.Send();
    }

    private void Settle(PictureDesk desk)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            desk.WaitForResult(5);
            DeskNews news = desk.Take();
            if (news.Notice is not null)
            {
                notices.Add(news.Notice);
            }

            if (news.Error is not null)
            {
                errors.Add(news.Error);
            }

            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 10, "the picture never came");
        }
        while (desk.IsWaiting);
    }
}
