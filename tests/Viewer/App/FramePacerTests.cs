using LatentWalk.Viewer.App;

namespace LatentWalk.Viewer.Tests.App;

public sealed class FramePacerTests
{
    [Fact]
    public void Fast_frames_are_held_to_the_rate_of_the_display()
    {
        TimeProvider clock = TimeProvider.System;
        FramePacer pacer = new(clock, 100);
        long start = clock.GetTimestamp();
        for (int frame = 0; frame < 50; frame++)
        {
            pacer.Wait();
        }

        double seconds = clock.GetElapsedTime(start).TotalSeconds;
        Assert.True(seconds >= 0.46, $"50 frames of 10 ms took {seconds} s");
    }

    [Fact]
    public void Frames_that_vsync_already_held_are_not_held_again()
    {
        long frequency = TimeProvider.System.TimestampFrequency;
        FramePacer pacer = new(TimeProvider.System, 60);
        long now = TimeProvider.System.GetTimestamp() + frequency;
        for (int frame = 0; frame < 100; frame++)
        {
            now += frequency / 60;
            Assert.Equal(0, pacer.Due(now));
        }
    }

    [Fact]
    public void A_window_in_which_nothing_moves_looks_for_input_sixty_times_a_second_on_a_fast_display_too()
    {
        long frequency = TimeProvider.System.TimestampFrequency;
        FramePacer pacer = new(TimeProvider.System, 240);
        long now = TimeProvider.System.GetTimestamp() + frequency;
        pacer.Due(now, resting: true);    // the deadline was long ago
        int slept = 0;
        for (int frame = 0; frame < 60; frame++)
        {
            int milliseconds = pacer.Due(now, resting: true);
            Assert.InRange(milliseconds, 15, 17);
            slept += milliseconds;
            now += milliseconds * frequency / 1000;
        }

        Assert.InRange(slept, 980, 1001);
        Assert.InRange(pacer.Due(now), 2, 5);    // something moves: at once as fast as the display
    }
}
