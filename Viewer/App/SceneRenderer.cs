using LatentWalk.Viewer.Capture;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Shelf;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;
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
    private PictureTexture? other;
    private long otherVersion;
    private PlacePictures? places;
    private long sheetVersion;
    private InspectPainter? inspect;
    private ThumbnailAtlas? thumbnails;
    private ShelfPanel? shelf;
    private TitleList? titled;

    public void Draw(WalkSession session, int width, int height)
    {
        SceneLayout layout = session.Layout with { Width = width, Height = height };
        PanelFrame frame = new(hud, width, height, layout.TextScale);
        gl.Viewport(0, 0, (uint)width, (uint)height);
        gl.ClearColor(0.035f, 0.04f, 0.055f, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        int columns = session.Order.Columns;
        Upload(session.Sheet, ref sheet, ref sheetVersion, columns, (session.Sheet.Count + columns - 1) / columns);
        ScenePlan plan = session.Plan;
        if (plan.HasFace)
        {
            face ??= new FacePainter(gl, pictures);
            DrawFace(face, session, plan, layout);
        }

        DrawTiles(session, plan, layout);
        if (!session.IsBare)
        {
            DrawPanels(session, frame, plan);
        }

        hud.Flush(width, height);
    }

    public void Dispose()
    {
        face?.Dispose();
        sheet?.Dispose();
        inspect?.Dispose();
        other?.Dispose();
        places?.Dispose();
        thumbnails?.Dispose();
        shelf?.Dispose();
        hud.Dispose();
        pictures.Dispose();
    }

    private void DrawFace(FacePainter painter, WalkSession session, in ScenePlan plan, in SceneLayout layout)
    {
        bool compared = session.Order.Other.Count > 0 && !session.Desk.Other.IsEmpty;
        if (compared)
        {
            Upload(session.Desk.Other, ref other, ref otherVersion, 1, 1);
        }

        if (compared && plan.Split >= 0)
        {
            painter.DrawWiped(session.Desk.Fade, other!, plan.Split, plan.Face, layout);
            return;
        }

        painter.Draw(session.Desk.Fade, plan.Face, layout);
        if (compared && plan.Other.Width > 0)
        {
            GridLayout place = GridLayout.Fit(other!.Width, other.Height, plan.Other, layout.Scaling);
            pictures.Draw(other, place, layout.Width, layout.Height, layout.Filter);
        }
    }

    private void DrawTiles(WalkSession session, in ScenePlan plan, SceneLayout layout)
    {
        if (plan.Count == 0 || sheet is null || session.Sheet.IsEmpty)
        {
            return;
        }

        if (!plan.Ring)
        {
            pictures.Draw(sheet, plan.Tiles, layout.Width, layout.Height, count: plan.Count);
        }

        for (int tile = 0; plan.Ring && tile < plan.Count; tile++)
        {
            pictures.DrawTile(sheet, tile, plan.Tile(tile), layout.Width, layout.Height);
        }
    }

    private void DrawPanels(WalkSession session, in PanelFrame frame, in ScenePlan plan)
    {
        WalkState state = session.State;
        places ??= new PlacePictures(gl);
        places.Follow(state, session.Face);
        if (session.Generator is not { } generator)
        {
            frame.Label(4 * frame.Padding, frame.Height / 2, Palette.Text, "opening the generator…");
        }
        else if (state.Mode == WalkMode.Inspect && state.Screen == Screen.Play)
        {
            inspect ??= new InspectPainter(gl, pictures);
            inspect.Draw(session, frame, plan);
            HintPanel.Draw(frame, session.Preferences.Hints.Of(session.Mode.Line(state)));
        }
        else if (state.Hud && state.Screen == Screen.Play)
        {
            ModePanels.Draw(frame, session, plan);
            if (state.Minimap)
            {
                MapPanel.Draw(frame, state, MapLayout.Of(frame.Width, frame.Height, frame.Scale, state), places, session.Order.Face.Z);
            }

            hud.Opacity = HudFade.Opacity(state, session.Preferences.Settings);
            if (ModePanels.LeaveRoomForHud(state))
            {
                HudPanel.Draw(frame, state, new HudFacts(
                    generator.Info.Name, generator.Info.Step, generator.Provider,
                    showTimings ? session.Desk.RunSeconds : null, session.Rate.PerSecond,
                    session.Preferences.Keys.ShortCaption(Command.AutoWalk)));
            }

            HintPanel.Draw(frame, session.Preferences.Hints.Of(session.Mode.Line(state)));
            hud.Opacity = 1;
        }

        if (state.Overlay && session.Generator is { } running)
        {
            OverlayPanel.Draw(frame, session.Desk.Statistics.ReadNowAndThen(), running.Provider);
        }

        if (session.Screens.Page is { } page)
        {
            ListPanel.Draw(frame, page, page.Clamped(state.Line), session.Screens.Status);
        }
        else if (state.Screen == Screen.Title)
        {
            DrawTitle(session, frame);
        }

        if (state.Screen == Screen.Shelf)
        {
            shelf ??= new ShelfPanel(gl);
            shelf.Draw(frame, session);
        }

        CapturePanel.Draw(frame, session);
        ToastPanel.Draw(frame, state);
        ProblemPanel.Draw(frame, state);
    }

    private void DrawTitle(WalkSession session, in PanelFrame frame)
    {
        if (!ReferenceEquals(titled, session.Title))
        {
            titled = session.Title;
            thumbnails ??= new ThumbnailAtlas(gl, rows: 2);
            for (int i = 0; i < Math.Min(titled.Count, thumbnails.Count); i++)
            {
                if (titled.Models[i].Picture is { } picture)
                {
                    thumbnails.Put(i, picture, titled.Models[i].PictureWidth, titled.Models[i].PictureHeight);
                }
            }
        }

        TitlePanel.Draw(frame, titled, session.State.Line, thumbnails, session.TitlePrompt);
    }

    private void Upload(ShownPicture picture, ref PictureTexture? texture, ref long version, int columns, int rows)
    {
        if (picture.Version == version || picture.IsEmpty)
        {
            return;
        }

        if (texture is null || texture.Width != picture.Width || texture.Height != picture.Height
            || texture.Columns != columns || texture.Rows != rows)
        {
            texture?.Dispose();
            texture = new PictureTexture(gl, picture.Width, picture.Height, columns, rows);
        }

        texture.Upload(picture.Rgba);
        version = picture.Version;
    }
}
