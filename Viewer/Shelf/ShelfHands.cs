using System.Numerics;
using LatentWalk.Viewer.App;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Shelf;

/// <summary>What hands do on the shelf's screen, by keys, mouse and gamepad alike. The chosen face is the screen's line.</summary>
internal sealed class ShelfHands(WalkSession session)
{
    /// <summary>What can be clicked below the faces.</summary>
    public static readonly string[] Buttons = ["GO", "REMOVE (R)", "PUT BACK (Z)", "SHEET (P)", "< >", "BACK"];

    private ShelfDesk Shelf => session.Shelf;

    /// <summary>The chosen face's index; 0 on an empty shelf.</summary>
    public int Chosen => Math.Clamp(session.State.Line, 0, Math.Max(0, Shelf.Items.Count - 1));

    public ShelfLayout LayoutOf(in SceneLayout layout) => new(layout.Width, layout.Height, layout.TextScale, Shelf.Items.Count, Chosen);

    /// <summary>True where the command means something of its own here.</summary>
    public bool Press(Command command)
    {
        switch (command)
        {
            case Command.Rewind:
                Shelf.Remove(Chosen);
                return true;
            case Command.Undo:
                return Shelf.PutBack();
            case Command.Save:
                Shelf.ExportSheet();
                return true;
            case >= Command.Bookmark1 and <= Command.Bookmark9:
                Shelf.Mark(Chosen, command - Command.Bookmark1 + 1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A step through the faces; closing is the caller's.</summary>
    public void Step(MenuStep step)
    {
        ShelfLayout layout = LayoutOf(session.Layout);
        switch (step)
        {
            case MenuStep.Choose:
                Shelf.GoTo(Chosen);
                break;
            case MenuStep.Left:
                Move(-1);
                break;
            case MenuStep.Right:
                Move(1);
                break;
            case MenuStep.Up:
                Move(-layout.Columns);
                break;
            case MenuStep.Down:
                Move(layout.Columns);
                break;
            case MenuStep.PageUp:
                Move(-layout.PageSize);
                break;
            case MenuStep.PageDown:
                Move(layout.PageSize);
                break;
        }
    }

    public void PointAt(Vector2 position)
    {
        int index = LayoutOf(session.Layout).ItemAt((int)position.X, (int)position.Y);
        if (index >= 0 && index != session.State.Line)
        {
            session.ChooseLine(index);
        }
    }

    public void Click(Vector2 position)
    {
        ShelfLayout layout = LayoutOf(session.Layout);
        (int x, int y) = ((int)position.X, (int)position.Y);
        if (layout.ItemAt(x, y) is var index and >= 0)
        {
            Shelf.GoTo(index);
            return;
        }

        for (int button = 0; button < Buttons.Length; button++)
        {
            if (layout.Button(button).Contains(x, y))
            {
                Do(button, layout);
                return;
            }
        }
    }

    private void Do(int button, in ShelfLayout layout)
    {
        switch (button)
        {
            case 0:
                Shelf.GoTo(Chosen);
                break;
            case 1:
                Shelf.Remove(Chosen);
                break;
            case 2:
                Shelf.PutBack();
                break;
            case 3:
                Shelf.ExportSheet();
                break;
            case 4:
                session.ChooseLine(layout.Page + 1 < layout.Pages ? layout.First + layout.PageSize : 0);
                break;
            default:
                session.Show(Screen.Play);
                break;
        }
    }

    private void Move(int by)
    {
        int last = Math.Max(0, Shelf.Items.Count - 1);
        session.ChooseLine(Math.Clamp(Chosen + by, 0, last));
    }
}
