namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>
/// A screen that is a list under tabs: menu, settings, help. Lines are numbered through all tabs; the tab shown is the one of the
/// chosen line. Made when what it says changes, not every frame.
/// </summary>
internal sealed class ListPage
{
    private readonly string[] tabs;
    private readonly int[] starts;

    /// <param name="title">Above the tabs.</param>
    /// <param name="hint">At the very bottom: which keys do what here.</param>
    /// <param name="groups">Each tab and its lines; none of them empty.</param>
    public ListPage(string title, string hint, params (string Tab, ListLine[] Lines)[] groups)
    {
        Title = title;
        Hint = hint;
        tabs = [.. groups.Select(group => group.Tab)];
        starts = new int[groups.Length + 1];
        for (int tab = 0; tab < groups.Length; tab++)
        {
            starts[tab + 1] = starts[tab] + groups[tab].Lines.Length;
        }

        Lines = [.. groups.SelectMany(group => group.Lines)];
        NameChars = Lines.Max(line => line.Name.Length);
        ValueChars = Lines.Max(line => line.Value.Length);
    }

    public string Title { get; }

    public string Hint { get; }

    public ListLine[] Lines { get; }

    public int TabCount => tabs.Length;

    /// <summary>Characters of the longest name.</summary>
    public int NameChars { get; }

    /// <summary>Characters of the longest value.</summary>
    public int ValueChars { get; }

    public string Tab(int tab) => tabs[tab];

    /// <summary>First line of a tab.</summary>
    public int Start(int tab) => starts[tab];

    public int Count(int tab) => starts[tab + 1] - starts[tab];

    public int TabOf(int line)
    {
        int tab = 0;
        while (tab < tabs.Length - 1 && line >= starts[tab + 1])
        {
            tab++;
        }

        return tab;
    }

    /// <summary>One line up or down inside its tab, round at its ends.</summary>
    public int Move(int line, int by)
    {
        int tab = TabOf(line);
        return Start(tab) + (((line - Start(tab) + by) % Count(tab)) + Count(tab)) % Count(tab);
    }

    /// <summary>Several lines at once, no further than the ends of the tab.</summary>
    public int Leap(int line, int by)
    {
        int tab = TabOf(line);
        return Math.Clamp(line + by, Start(tab), Start(tab) + Count(tab) - 1);
    }

    /// <summary>To the tab beside, as far down in it.</summary>
    public int Across(int line, int by)
    {
        int tab = TabOf(line);
        int next = (((tab + by) % tabs.Length) + tabs.Length) % tabs.Length;
        return Start(next) + Math.Min(line - Start(tab), Count(next) - 1);
    }

    /// <summary>A line number that is one, whatever the list said before.</summary>
    public int Clamped(int line) => Math.Clamp(line, 0, Lines.Length - 1);
}
