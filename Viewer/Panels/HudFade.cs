using LatentWalk.Viewer.Settings;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The text over the picture goes when nobody needs it and is back with the next touch.</summary>
internal static class HudFade
{
    private const double FadeSeconds = 1.2;

    /// <summary>In [0, 1]. What went wrong, and a screen that is open, never fade.</summary>
    public static float Opacity(in WalkState state, ViewerSettings settings)
    {
        double over = state.IdleSeconds - settings.HudFadeSeconds;
        if (settings.HudFadeSeconds <= 0 || over <= 0 || state.Problem is not null || state.Screen != Screen.Play)
        {
            return 1;
        }

        return settings.ReducedMotion ? 0 : (float)Math.Max(0, 1 - over / FadeSeconds);
    }
}
