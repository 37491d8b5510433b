using System.Text.Json.Serialization;
using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Settings;

/// <summary>What the user chose, for every walk. Kept in one JSON file that may be edited by hand.</summary>
internal sealed record ViewerSettings
{
    public const int CurrentVersion = 1;

    public static ViewerSettings Default { get; } = new();

    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    [JsonRequired]
    public PictureFilter Filter { get; init; } = PictureFilter.Bicubic;

    /// <summary>Of the text over the picture: 1 as it comes, 0.5 to 3.</summary>
    [JsonRequired]
    public double TextSize { get; init; } = 1;

    /// <summary>The text fades away when nothing was touched for so long; 0: never.</summary>
    [JsonRequired]
    public double HudFadeSeconds { get; init; } = 6;

    /// <summary>No fades, no drifting, no rumble.</summary>
    [JsonRequired]
    public bool ReducedMotion { get; init; }

    [JsonRequired]
    public bool Vsync { get; init; } = true;

    /// <summary>Frames per second at most; 0: as many as the display shows.</summary>
    [JsonRequired]
    public int FrameLimit { get; init; }

    /// <summary>The walk goes on by itself when nothing was touched for so long; 0: never.</summary>
    [JsonRequired]
    public double AttractSeconds { get; init; } = 90;

    /// <summary>Of a gamepad's sticks: pushes shorter than this part of the way are none.</summary>
    [JsonRequired]
    public double DeadZone { get; init; } = 0.18;

    /// <summary>Pushing the stick away goes backward.</summary>
    [JsonRequired]
    public bool InvertForward { get; init; }

    /// <summary>Pushing the stick to the right goes left.</summary>
    [JsonRequired]
    public bool InvertRight { get; init; }

    [JsonRequired]
    public bool Rumble { get; init; } = true;

    /// <summary>Begin in full screen.</summary>
    [JsonRequired]
    public bool FullScreen { get; init; }

    /// <summary>Which monitor full screen fills, counted from 1; 0: the one that the window is on.</summary>
    [JsonRequired]
    public int Monitor { get; init; }

    /// <summary>Command → its keys, for the commands whose keys are not the usual ones.</summary>
    [JsonRequired]
    public SortedDictionary<string, string[]> Keys { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Command → its gamepad buttons, for the commands whose buttons are not the usual ones.</summary>
    [JsonRequired]
    public SortedDictionary<string, string[]> Buttons { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Everything that is wrong, in words; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> problems = [];
        if (Version != CurrentVersion)
        {
            problems.Add($"version is {Version}; this program reads version {CurrentVersion}");
        }

        Range(problems, "textSize", TextSize, 0.5, 3);
        Range(problems, "hudFadeSeconds", HudFadeSeconds, 0, 3600);
        Range(problems, "frameLimit", FrameLimit, 0, 1000);
        Range(problems, "attractSeconds", AttractSeconds, 0, 86400);
        Range(problems, "deadZone", DeadZone, 0, 0.9);
        Range(problems, "monitor", Monitor, 0, 16);
        problems.AddRange(Input.KeyMap.Problems(Keys));
        problems.AddRange(Input.ButtonMap.Problems(Buttons));
        return problems;
    }

    // Bindings compare by what they hold.
    public bool Equals(ViewerSettings? other) => other is not null && SettingsFile.Write(this) == SettingsFile.Write(other);

    public override int GetHashCode() => HashCode.Combine(Filter, TextSize, HudFadeSeconds, DeadZone, Keys.Count, Buttons.Count);

    private static void Range(List<string> problems, string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            problems.Add(FormattableString.Invariant($"{name} is {value}; expected {least} to {most}"));
        }
    }
}
