using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Inspecting;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking.Modes;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.App;

/// <summary>Draws what Inspect has found: a layer's channels, and the nearest training pictures below them. Owns its textures.</summary>
/// <param name="gl">Current on the calling thread, as in every call.</param>
/// <param name="pictures">Draws the tiles.</param>
internal sealed class InspectPainter(GL gl, PictureRenderer pictures) : IDisposable
{
    private PictureTexture? layer;
    private PictureTexture? nearest;
    private LayerPage? shownPage;
    private NearestAnswer? shownAnswer;

    public void Draw(WalkSession session, in PanelFrame frame, in ScenePlan plan)
    {
        InspectDesk desk = session.Inspect;
        InspectLayout places = InspectLayout.In(plan.Other, frame);
        if (desk.Pages.Count > 0)
        {
            LayerPage page = desk.Pages[InspectMode.Page(session.State, desk.Pages.Count)];
            Show(page);
            pictures.Draw(
                layer!, GridLayout.Fit(page.Width, page.Height, places.Layer, PictureScaling.Smooth, page.Columns, page.Rows, frame.Scale),
                frame.Width, frame.Height, PictureFilter.Nearest, count: page.Count);
        }

        if (desk.Nearest is { } answer && answer.Nearest[0].Rgba.Length > 0)
        {
            Show(answer);
            pictures.Draw(
                nearest!, GridLayout.Fit(nearest!.Width, nearest.Height, places.Nearest, PictureScaling.Smooth, nearest.Columns, 1, 2 * frame.Scale),
                frame.Width, frame.Height, count: answer.Nearest.Count);
        }

        InspectPanel.Draw(frame, session.State, desk, places);
    }

    public void Dispose()
    {
        layer?.Dispose();
        nearest?.Dispose();
    }

    private void Show(LayerPage page)
    {
        if (ReferenceEquals(page, shownPage))
        {
            return;
        }

        shownPage = page;
        Fit(ref layer, page.Width, page.Height, page.Columns, page.Rows);
        int bytes = page.Width * page.Height * 4;
        for (int tile = 0; tile < page.Count; tile++)
        {
            layer!.Upload(page.Rgba.AsSpan(tile * bytes, bytes), tile);
        }
    }

    private void Show(NearestAnswer answer)
    {
        if (ReferenceEquals(answer, shownAnswer))
        {
            return;
        }

        shownAnswer = answer;
        int side = (int)Math.Sqrt(answer.Nearest[0].Rgba.Length / 4);
        Fit(ref nearest, side, side, answer.Nearest.Count, 1);
        for (int tile = 0; tile < answer.Nearest.Count; tile++)
        {
            if (answer.Nearest[tile].Rgba.Length == side * side * 4)
            {
                nearest!.Upload(answer.Nearest[tile].Rgba, tile);
            }
        }
    }

    private void Fit(ref PictureTexture? texture, int width, int height, int columns, int rows)
    {
        if (texture is null || texture.Width != width || texture.Height != height || texture.Columns != columns || texture.Rows != rows)
        {
            texture?.Dispose();
            texture = new PictureTexture(gl, width, height, columns, rows);
        }
    }
}
