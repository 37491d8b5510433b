namespace LatentWalk.Walking.Menus;

/// <summary>How the chosen line of a list moves. Lists go round at their ends; pages do not.</summary>
public static class MenuCursor
{
    /// <summary>One line up (-1) or down (1), from the last to the first.</summary>
    public static int Move(int line, int by, int count) => count == 0 ? 0 : (((line + by) % count) + count) % count;

    /// <summary>Several lines at once, and no further than the ends.</summary>
    public static int Page(int line, int by, int count) => Math.Clamp(line + by, 0, Math.Max(0, count - 1));

    /// <summary>In the menu: the line of the next (1) or previous (-1) group, as far down in it as in this one where it goes so far.</summary>
    public static int Across(int line, int by)
    {
        MenuGroup group = CommandTable.All[line].Group;
        int groups = Enum.GetValues<MenuGroup>().Length;
        var next = (MenuGroup)((((int)group + by) % groups + groups) % groups);
        (int first, int count) = CommandTable.Lines(next);
        return first + Math.Min(line - CommandTable.Lines(group).First, count - 1);
    }

    /// <summary>The first line to draw when only <paramref name="room"/> lines have room: the chosen one is always among them.</summary>
    public static int FirstShown(int line, int room, int count) =>
        Math.Clamp(line - room / 2, 0, Math.Max(0, count - Math.Max(1, room)));
}
