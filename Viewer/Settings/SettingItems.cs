using System.Globalization;
using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Settings;

/// <summary>The values of the settings screen, tab by tab.</summary>
internal static class SettingItems
{
    private static readonly double[] TextSizes = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];
    private static readonly double[] FadeSeconds = [0, 3, 6, 10, 20, 60];
    private static readonly double[] AttractSeconds = [0, 30, 60, 90, 180, 600];
    private static readonly double[] DeadZones = [0, 0.05, 0.1, 0.15, 0.18, 0.22, 0.26, 0.3, 0.4, 0.5];
    private static readonly double[] FrameLimits = [0, 24, 30, 50, 60, 75, 90, 120, 144, 165, 240];
    private static readonly double[] Monitors = [0, 1, 2, 3, 4];

    public static IReadOnlyList<SettingItem> Picture { get; } =
    [
        new("Picture filter", "How the picture is enlarged: smooth, along its outlines, as sharp squares, or as an old television.",
            s => NameOf(s.Filter), (s, by) => s with { Filter = Next(s.Filter, by) }),
        Switch("Full screen at start", "Begin in full screen.", s => s.FullScreen, (s, on) => s with { FullScreen = on }),
        Number("Full screen on", "Which monitor full screen fills.", Monitors, s => s.Monitor,
            (s, value) => s with { Monitor = (int)value }, value => value == 0 ? "the window's monitor" : $"monitor {value}"),
        Switch("Wait for the display", "Vertical sync: no torn pictures.", s => s.Vsync, (s, on) => s with { Vsync = on }),
        Number("Frames per second", "At most so many; fewer save power.", FrameLimits, s => s.FrameLimit,
            (s, value) => s with { FrameLimit = (int)value }, value => value == 0 ? "the display's" : Text(value)),
    ];

    public static IReadOnlyList<SettingItem> Comfort { get; } =
    [
        Number("Text size", "Of everything written over the picture.", TextSizes, s => s.TextSize,
            (s, value) => s with { TextSize = value }, value => Text(value * 100) + " %"),
        Number("Text fades after", "When nothing is touched; the next touch brings it back.", FadeSeconds, s => s.HudFadeSeconds,
            (s, value) => s with { HudFadeSeconds = value }, Seconds),
        Switch("Reduced motion", "No fades, no drifting by itself, no rumble.", s => s.ReducedMotion, (s, on) => s with { ReducedMotion = on }),
        Number("Walks by itself after", "An endless loop when nothing is touched; any key takes over.", AttractSeconds, s => s.AttractSeconds,
            (s, value) => s with { AttractSeconds = value }, Seconds),
    ];

    public static IReadOnlyList<SettingItem> Gamepad { get; } =
    [
        Number("Dead zone", "Of the sticks: more for a worn one that drifts.", DeadZones, s => s.DeadZone,
            (s, value) => s with { DeadZone = value }, value => Text(value * 100) + " %"),
        Switch("Invert forward", "Pulling the stick flies forward.", s => s.InvertForward, (s, on) => s with { InvertForward = on }),
        Switch("Invert right", "Pushing the stick to the right flies left.", s => s.InvertRight, (s, on) => s with { InvertRight = on }),
        Switch("Rumble", "A short shake when a face is saved or kept, where the gamepad can.", s => s.Rumble, (s, on) => s with { Rumble = on }),
    ];

    public static string NameOf(PictureFilter filter) => filter switch
    {
        PictureFilter.Bicubic => "smooth",
        PictureFilter.Edges => "outlines",
        PictureFilter.Nearest => "pixels",
        _ => "television",
    };

    public static PictureFilter Next(PictureFilter filter, int by)
    {
        int count = Enum.GetValues<PictureFilter>().Length;
        return (PictureFilter)((((int)filter + by) % count + count) % count);
    }

    private static SettingItem Switch(string name, string text, Func<ViewerSettings, bool> get, Func<ViewerSettings, bool, ViewerSettings> set) =>
        new(name, text, s => get(s) ? "on" : "off", (s, _) => set(s, !get(s)));

    // A value that the file holds and the list does not is kept until it is stepped over.
    private static SettingItem Number(
        string name, string text, double[] values, Func<ViewerSettings, double> get, Func<ViewerSettings, double, ViewerSettings> set, Func<double, string> show) =>
        new(name, text, s => show(get(s)), (s, by) =>
        {
            double now = get(s);
            double next = by > 0 ? values.FirstOrDefault(value => value > now, values[0]) : values.LastOrDefault(value => value < now, values[^1]);
            return set(s, next);
        });

    private static string Seconds(double value) => value == 0 ? "never" : Text(value) + " s";

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
