using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Graphics;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The scene, made anew when the graphics card has lost what it was given (a driver reset, a switch of cards, a display
/// that went away): everything that is drawn lives in main memory, too. Owns the scene.
/// </summary>
/// <param name="gl">Current on the calling thread, as in every call.</param>
/// <param name="showTimings">As for <see cref="SceneRenderer"/>.</param>
internal sealed class LastingScene(GL gl, bool showTimings = true) : IDisposable
{
    /// <summary>Asking for errors may wait for the driver.</summary>
    private const int FramesBetweenChecks = 20;

    private const int MostInARow = 3;
    private const int MostErrors = 100;

    private SceneRenderer scene = new(gl, showTimings);
    private int frames;
    private int inARow;

    /// <summary>How often it was made anew.</summary>
    public int Losses { get; private set; }

    /// <summary>Draws into the bound framebuffer.</summary>
    /// <exception cref="DeviceException">It fails again and again.</exception>
    public void Draw(WalkSession session, int width, int height)
    {
        try
        {
            scene.Draw(session, width, height);
            if (frames++ % FramesBetweenChecks == 0 || inARow > 0)
            {
                GraphicsErrors.ThrowIfAny(gl, "drawing");
                inARow = 0;
            }
        }
        catch (DeviceException) when (inARow < MostInARow)
        {
            Remake();
            session.Say("the graphics were reset");
            scene.Draw(session, width, height);
        }
    }

    public void Dispose() => scene.Dispose();

    private void Remake()
    {
        inARow++;
        Losses++;
        scene.Dispose();
        for (int i = 0; i < MostErrors && gl.GetError() != GLEnum.NoError; i++)
        {
            // What came of the loss is not the new scene's.
        }

        scene = new SceneRenderer(gl, showTimings);
    }
}
