namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>The signature lists, which lie beside the checkout and not in it.</summary>
internal static class Facts
{
    /// <summary>The folder of Viewer.sln.</summary>
    public static string Checkout { get; } = FindCheckout();

    public static string? Folder { get; } = Find();

    public static SignatureList Read(params string[] names)
    {
        SignatureList list = new();
        foreach (string name in names)
        {
            list.Read(File.ReadAllText(Path.Combine(Folder!, name)));
        }

        list.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Surface", "read-in-source.md")));
        return list;
    }

    private static string FindCheckout()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Viewer.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests run outside a checkout: no Viewer.sln above " + AppContext.BaseDirectory);
    }

    private static string? Find()
    {
        for (DirectoryInfo? above = Directory.GetParent(Checkout); above is not null; above = above.Parent)
        {
            string folder = Path.Combine(above.FullName, "shared", "facts");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
