using System.Text;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs;

/// <summary>What a run took from the file of <c>--init</c>, and what it did not.</summary>
internal sealed record InitialMatches
{
    public const string FileName = "init.txt";

    public required string Source { get; init; }

    /// <summary>Tensors of the networks, with the file's tensor each was filled from.</summary>
    public required IReadOnlyList<(string Name, string From)> Taken { get; init; }

    /// <summary>Tensors of the networks that nothing in the file fits, with type and shape.</summary>
    public required IReadOnlyList<string> Anew { get; init; }

    /// <summary>Tensors of the file that fit nothing, with type and shape.</summary>
    public required IReadOnlyList<string> NotTaken { get; init; }

    public string Summary => $"From '{Source}': {Taken.Count} tensors of {Taken.Count + Anew.Count} taken, {Anew.Count} begin anew, {NotTaken.Count} of the file not taken. All are named in '{FileName}' of the run.";

    /// <summary>Writes the whole list into the run folder.</summary>
    public void Write(string runFolder)
    {
        var text = new StringBuilder($"from {Source}\n");
        AtomicFile.WriteText(
            Path.Combine(runFolder, FileName),
            text.AppendJoin("", Taken.Select(pair => $"taken\t{pair.Name}\t{pair.From}\n"))
                .AppendJoin("", Anew.Select(name => $"anew\t{name}\n"))
                .AppendJoin("", NotTaken.Select(name => $"not taken\t{name}\n")).ToString());
    }
}
