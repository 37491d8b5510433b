using LatentWalk.Filming;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using LatentWalk.Walking;
using LatentWalk.Walking.Recording;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

public sealed class JourneyFilmTests : TempFolder
{
    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    [InlineData(29.97)]
    public void A_closed_journey_s_frame_after_the_last_is_the_first_bit_for_bit(double rate)
    {
        PlannedPath path = new(Journey(closed: true), rate);
        Assert.Equal((int)Math.Round(2 * rate), path.FrameCount);
        FrameLatent first = path.At(0);
        FrameLatent after = path.At(path.FrameCount);
        Assert.Equal(first.Z, after.Z);
        Assert.Equal((first.Truncation, first.Seed), (after.Truncation, after.Seed));
        Assert.Equal(3ul, first.Seed);
        Assert.NotEqual(first.Z, path.At(path.FrameCount - 1).Z);
    }

    [Fact]
    public void An_open_journey_begins_and_ends_on_its_key_frames()
    {
        PlannedJourney journey = Journey(closed: false);
        PlannedPath path = new(journey, 24);
        Assert.Equal(49, path.FrameCount);
        Assert.Equal(journey.Plan.Frames[0].Place.Z, path.At(0).Z);
        Assert.Equal(journey.Plan.Frames[2].Place.Z, path.At(48).Z);
        Assert.Equal(journey.Plan.Frames[1].Place.Z, path.At(24).Z);
    }

    [Fact]
    public void A_journey_read_from_its_file_renders()
    {
        WalkFile.Save(At("j.walk.json"), Journey(closed: true));
        Assert.Equal(WalkFile.Serialize(Journey(closed: true)), WalkFile.Serialize(WalkFile.Load(At("j.walk.json")).Journey!));
        var run = ExporterRun.Of("render", SmallGenerator.Write(At("g.onnx")), "--walk", At("j.walk.json"), "-o", At("out"), "--fps", "10");
        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(20, Directory.GetFiles(At("out")).Length);
        Assert.Equal(3ul, PngFile.ReadLatent(At("out/frame-000001.png"))!.Seed);
    }

    [Fact]
    public void A_journey_of_one_face_is_refused_in_words()
    {
        PlannedJourney journey = Journey(closed: true);
        WalkFile.Save(At("j.walk.json"), journey with { Plan = journey.Plan with { Frames = [journey.Plan.Frames[0]] } });
        var run = ExporterRun.Of("render", SmallGenerator.Write(At("g.onnx")), "--walk", At("j.walk.json"), "-o", At("out"));
        Assert.Equal(3, run.Code);
        Assert.Contains("expected at least 2 key frames", run.Output, StringComparison.Ordinal);
    }

    private static PlannedJourney Journey(bool closed) => new(
        new WalkOrigin(new string('a', 64), "faces"), 12, 0,
        new JourneyPlan([.. new ulong[] { 3, 5, 8 }.Select(seed => new KeyFrame(Waypoint.OfSeed(seed, 12), 0.5f + seed / 10f, []))], 2, Easing.Flowing, closed));
}
