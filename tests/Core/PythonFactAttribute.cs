namespace LatentWalk.Core.Tests;

/// <summary>Runs where Python can read what was written; skips visibly elsewhere.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    internal const string Program = "/usr/bin/python3";

    public PythonFactAttribute()
    {
        Skip = File.Exists(Program) ? null : "Needs /usr/bin/python3, the independent reader.";
    }
}
