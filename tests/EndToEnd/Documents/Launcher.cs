namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>Which program each of the launcher's verbs is, as <c>lw</c> has it.</summary>
internal static class Launcher
{
    private static readonly Dictionary<string, string> s_programs = new()
    {
        ["paint"] = "Trainer", ["collect"] = "Trainer", ["prepare"] = "Trainer", ["train"] = "Trainer", ["report"] = "Trainer",
        ["bench train"] = "Trainer", ["bench loader"] = "Trainer", ["bench prepare"] = "Trainer",
        ["export"] = "Exporter", ["adopt"] = "Exporter", ["eval"] = "Exporter", ["inspect"] = "Exporter", ["render"] = "Exporter", ["serve"] = "Exporter",
        ["bench png"] = "Exporter", ["bench export"] = "Exporter",
        ["view"] = "Viewer", ["doctor"] = "Viewer", ["bench infer"] = "Viewer", ["bench viewer"] = "Viewer",
    };

    /// <summary>Of a command's words after <c>./lw</c>, those that are the verb.</summary>
    public static string VerbOf(IReadOnlyList<string> words) => words[0] == "bench" && words.Count > 1 ? $"bench {words[1]}" : words[0];

    /// <summary>The program of a verb; null where there is no such verb.</summary>
    public static string? ProgramOf(string verb) => s_programs.GetValueOrDefault(verb);
}
