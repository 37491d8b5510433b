using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Data;

namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>
/// What a person says of the pictures of a source, to hold the filters against: a CSV of name, keep (yes or no) and, for those to be left out, the reason:
/// a filter's name where one should see it, any other word where none is made for it.
/// </summary>
internal sealed class TruthFile
{
    private const long LargestFile = 256L << 20;

    private readonly Dictionary<string, Verdict> _byName;

    private TruthFile(string path, Dictionary<string, Verdict> byName) => (Path, _byName) = (path, byName);

    public string Path { get; }

    public int Count => _byName.Count;

    /// <exception cref="BadDataException">It is missing or cannot be understood.</exception>
    public static TruthFile Read(string path)
    {
        byte[] content;
        try
        {
            content = new FileInfo(path).Length <= LargestFile ? File.ReadAllBytes(path) : throw Bad(path, $"it has more than {LargestFile} bytes");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"the truth '{path}' cannot be read: {error.Message.TrimEnd('.')}. Check the path.", error);
        }

        return new TruthFile(path, Parse(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'), path));
    }

    /// <summary>Null for a picture that it does not name.</summary>
    public Verdict? Of(string name) => _byName.GetValueOrDefault(name);

    /// <exception cref="BadDataException">It names none of the pictures.</exception>
    public void RequireSome(IEnumerable<string> names)
    {
        if (!names.Any(_byName.ContainsKey))
        {
            throw Bad(Path, $"it names none of the pictures but others, such as '{_byName.Keys.First()}'; names are those in the folder or zip, with slashes");
        }
    }

    internal static Dictionary<string, Verdict> Parse(string text, string path)
    {
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        bool isFirst = true;
        foreach ((int line, IReadOnlyList<string> fields) in CsvTable.Parse(text, what => Bad(path, what)))
        {
            bool? keep = fields.Count < 2 ? null : Answer(fields[1]);
            if (keep is null && isFirst && fields.Count >= 2 && fields[1].Equals("keep", StringComparison.OrdinalIgnoreCase))
            {
                isFirst = false;
                continue;
            }

            isFirst = false;
            if (keep is null || fields[0].Length == 0 || fields.Count > 3)
            {
                throw Bad(path, $"line {line} is '{string.Join(',', fields)}'; expected the name of a picture, yes or no, and the reason if any");
            }

            string reason = fields.Count > 2 ? fields[2] : string.Empty;
            var verdict = new Verdict(keep.Value, keep.Value || reason.Length == 0 ? null : reason);
            string name = fields[0].Replace('\\', '/');
            if (!verdicts.TryAdd(name, verdict) && verdicts[name] != verdict)
            {
                throw Bad(path, $"line {line} says something else of '{name}' than a line before");
            }
        }

        return verdicts.Count > 0 ? verdicts : throw Bad(path, "it says nothing of any picture");
    }

    private static bool? Answer(string word) => word.ToLowerInvariant() switch
    {
        "yes" or "true" or "1" => true,
        "no" or "false" or "0" => false,
        _ => null,
    };

    private static BadDataException Bad(string path, string what) =>
        new($"the truth in '{path}' cannot be used: {what}. Mend the file, or go without --truth.");
}
