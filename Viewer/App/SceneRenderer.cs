using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.App;

/// <summary>Draws a session into whatever framebuffer is bound: the same for the window and for files. Owns its GL objects.</summary>
/// <param name="gl">Current on the calling thread, as in every call.</param>
/// <param name="showTimings">Off for files: frames of the same walk are then the same bytes on any machine.</param>
internal sealed class SceneRenderer(GL gl, bool showTimings = true) : IDisposable
{
    private readonly PictureRenderer pictures = new(gl);
    private readonly HudRenderer hud = new(gl);
    private FacePainter? face;
    private PictureTexture? sheet;
    private long sheetVersion;

    public void Draw(WalkSession session, int width, int height)
    {
        SceneLayout layout = new(width, height);
        PanelFrame frame = new(hud, width, height, layout.TextScale);
        gl.Viewport(0, 0, (uint)width, (uint)height);
        gl.ClearColor(0.035f, 0.04f, 0.055f, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        Upload(session.Sheet, ref sheet, ref sheetVersion, Grid.Columns);
        if (session.State.Grid is { } grid)
        {
            DrawSheet(session.Sheet, grid, layout, frame);
        }
        else
        {
            face ??= new FacePainter(gl, pictures);
            face.Draw(session.Desk.Fade, layout);
        }

        DrawPanels(session, frame);
        hud.Flush(width, height);
    }

    public void Dispose()
    {
        face?.Dispose();
        sheet?.Dispose();
        hud.Dispose();
        pictures.Dispose();
    }

    private void DrawSheet(ShownPicture picture, Grid grid, SceneLayout layout, in PanelFrame frame)
    {
        if (sheet is null || picture.IsEmpty)
        {
            return;
        }

        GridLayout tiles = layout.Sheet(sheet.Width, sheet.Height);
        pictures.Draw(sheet, tiles, layout.Width, layout.Height);
        GridPanel.Draw(frame, grid, tiles);
    }

    private void DrawPanels(WalkSession session, in PanelFrame frame)
    {
        WalkState state = session.State;
        if (session.Generator is not { } generator)
        {
            frame.Label(4 * frame.Padding, frame.Height / 2, Palette.Text, "opening the generator…");
        }
        else if (state.Hud && !state.Help)
        {
            if (state.Grid is null)
            {
                HudPanel.Draw(frame, state, new HudFacts(
                    generator.Info.Name, generator.Info.Step, generator.Provider,
                    showTimings ? session.Desk.RunSeconds : null, session.Rate.PerSecond));
            }

            HintPanel.Draw(frame, state);
        }

        ToastPanel.Draw(frame, state);
        ProblemPanel.Draw(frame, state);
        HelpPanel.Draw(frame, state);
    }

    private void Upload(ShownPicture picture, ref PictureTexture? texture, ref long version, int columns)
    {
        if (picture.Version == version || picture.IsEmpty)
        {
            return;
        }

        if (texture is null || texture.Width != picture.Width || texture.Height != picture.Height)
        {
            texture?.Dispose();
            texture = new PictureTexture(gl, picture.Width, picture.Height, columns, columns);
        }

        texture.Upload(picture.Rgba);
        version = picture.Version;
    }
}
