namespace LatentWalk.Data;

/// <summary>Which class each picture of a folder or zip has.</summary>
/// <param name="Origin">Where it is said: a file's name, or "folders".</param>
/// <param name="Classes">Names; a class is an index among them.</param>
/// <param name="ByName">Class by <see cref="PictureFileName.Name"/>; a name that is not there has none.</param>
public sealed record Labels(string Origin, IReadOnlyList<string> Classes, IReadOnlyDictionary<string, int> ByName)
{
    /// <summary>-1 for a picture without.</summary>
    public int ClassOf(string name) => ByName.TryGetValue(name, out int found) ? found : -1;
}
