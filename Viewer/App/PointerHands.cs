using System.Numerics;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The mouse. Left: drag flies, click chooses, double click fills the screen. Right: drag flies along the third axis, click opens
/// the menu. Middle: a random face. Side buttons: undo and redo. Wheel: variety. Positions are framebuffer pixels.
/// </summary>
internal sealed class PointerHands(WalkSession session, ScreenHands screens)
{
    /// <summary>Radians for a drag across the whole height of the picture.</summary>
    private const float DragRadians = 1.2f;

    /// <summary>A hand that moves less than this has clicked.</summary>
    private const float ClickPixels = 5;

    private const double DoubleClickSeconds = 0.4;

    private readonly PanelHands panels = new(session);
    private MouseButton held = MouseButton.Unknown;
    private Vector2 last;
    private Vector2 pressedAt;
    private int pointedTile = -1;
    private double sinceClick = double.PositiveInfinity;
    private Vector2 clickedAt;
    private bool moved;

    public void Advance(double seconds) => sinceClick += seconds;

    public void Down(Vector2 position, MouseButton button)
    {
        session.Touch();
        last = position;
        switch (button)
        {
            case MouseButton.Button4:
                session.Press(Command.Undo);
                session.Release(Command.Undo);
                return;
            case MouseButton.Button5:
                session.Press(Command.Redo);
                session.Release(Command.Redo);
                return;
            case MouseButton.Middle when session.State.Screen == Screen.Play:
                session.Press(Command.Random);
                session.Release(Command.Random);
                return;
            case MouseButton.Left when screens.Click(position):
                return;
            case MouseButton.Left when panels.Down(position):
                return;
            case MouseButton.Left when session.TileAt(position) is var tile and >= 0:
                session.Do(WalkAction.PickTile(tile));
                return;
            case MouseButton.Left or MouseButton.Right when held == MouseButton.Unknown:
                (held, pressedAt, moved) = (button, position, false);
                return;
        }
    }

    public void Move(Vector2 position)
    {
        Vector2 by = position - last;
        last = position;
        if (by == Vector2.Zero)
        {
            return;
        }

        session.Touch();
        if (screens.PointAt(position) || panels.Move(position))
        {
            return;
        }

        if (held == MouseButton.Unknown)
        {
            PointAtTile(position);
            return;
        }

        if (!moved)
        {
            by = position - pressedAt;
            if (by.Length() < ClickPixels || !session.Plan.HasFace)
            {
                return;
            }

            moved = true;
            session.Do(WalkAction.DragStart);
        }

        Vector2 radians = new Vector2(by.X, -by.Y) * (DragRadians / Math.Min(session.Layout.Width, session.Layout.Height));
        session.Do(held == MouseButton.Left ? WalkAction.DragBy(radians) : WalkAction.DragBy(Vector2.Zero, radians.Y));
    }

    public void Up(MouseButton button)
    {
        if (button == MouseButton.Left)
        {
            panels.Up();
        }

        if (button != held)
        {
            return;
        }

        held = MouseButton.Unknown;
        if (moved)
        {
            session.Do(WalkAction.DragEnd);
        }
        else if (button == MouseButton.Right)
        {
            session.Press(Command.Menu);
            session.Release(Command.Menu);
        }
        else
        {
            Clicked();
        }
    }

    /// <summary>The window will not hear of releases any more.</summary>
    public void LetGo()
    {
        panels.Up();
        if (held != MouseButton.Unknown && moved)
        {
            session.Do(WalkAction.DragEnd);
        }

        held = MouseButton.Unknown;
    }

    public void Wheel(float notches)
    {
        session.Touch();
        if (!screens.Wheel(notches))
        {
            session.Do(WalkAction.Wheel(notches));
        }
    }

    private void Clicked()
    {
        bool again = sinceClick < DoubleClickSeconds && Vector2.Distance(pressedAt, clickedAt) < ClickPixels;
        (sinceClick, clickedAt) = (again ? double.PositiveInfinity : 0, pressedAt);
        if (again)
        {
            session.Press(Command.FullScreen);
            session.Release(Command.FullScreen);
        }
    }

    private void PointAtTile(Vector2 position)
    {
        if (session.TileAt(position) is var tile and >= 0 && tile != pointedTile)
        {
            pointedTile = tile;
            session.Do(WalkAction.PointAt(tile));
        }
    }
}
