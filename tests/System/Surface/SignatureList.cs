using System.Text.RegularExpressions;

namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>
/// The members of a real library as written down in Markdown: fenced C# in which a type's line is followed by its members,
/// or a line <c># Type</c> is; and, for OpenGL, members of <c>GL</c> without a type's line and enums as <c>**Name**: A=1, …</c>.
/// </summary>
internal sealed partial class SignatureList
{
    private const string OpenGl = "Silk.NET.OpenGL.";
    private readonly Dictionary<string, List<MemberShape>> members = [];
    private readonly Dictionary<string, List<string>> bases = [];

    /// <summary>Lines within signature blocks that could not be understood.</summary>
    public List<string> Unread { get; } = [];

    public int Count => this.members.Values.Sum(list => list.Count);

    public void Read(string markdown)
    {
        bool fenced = false;
        string? type = null;
        foreach (string line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = line.StartsWith("```csharp", StringComparison.Ordinal);
                type = null;
            }
            else if (fenced)
            {
                this.ReadSignature(line, ref type);
            }
            else
            {
                this.ReadEnum(line);
            }
        }
    }

    public bool HasType(string key) => this.members.ContainsKey(key) || this.members.ContainsKey(Anywhere(key));

    /// <summary>Looks in the type and in what it derives from.</summary>
    public bool Has(string key, MemberShape member) => this.Has(key, member, []);

    private static string Anywhere(string key) => "*." + key.Split('.')[^1];

    /// <summary><c>A.B&lt;T, U&gt; where …</c> to <c>A.B`2</c>.</summary>
    private static string KeyOf(string name)
    {
        name = name.Split(" where ")[0].Trim();
        int open = name.LastIndexOf('<');
        return open < 0 || !name.EndsWith('>') ? name : $"{name[..open]}`{name[open..].Count(letter => letter == ',') + 1}";
    }

    private bool Has(string key, MemberShape member, HashSet<string> seen)
    {
        foreach (string known in new[] { key, Anywhere(key) })
        {
            if (!seen.Add(known) || !this.members.TryGetValue(known, out List<MemberShape>? list))
            {
                continue;
            }

            if (list.Any(written => MemberShape.Matches(written, member)))
            {
                return true;
            }

            foreach (string ancestor in this.bases.GetValueOrDefault(known) ?? [])
            {
                string last = ancestor.Split('.')[^1];
                if (this.members.Keys.Where(candidate => candidate.Split('.')[^1] == last).ToList().Exists(candidate => this.Has(candidate, member, seen)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void ReadSignature(string line, ref string? type)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            type = KeyOf(line[2..]);
            this.Open(type);
        }
        else if (line.TrimStart().StartsWith("TYPE ", StringComparison.Ordinal) && type is not null)
        {
            this.AddBases(type, TypeLine().Match(line.TrimStart()[5..]).Groups["rest"].Value);
        }
        else if (DelegateLine().Match(line) is { Success: true } found)
        {
            if (SignatureReader.Read(found.Groups["signature"].Value, out _) is { } invoke)
            {
                this.Add("*." + invoke.Name + (invoke.GenericArity == 0 ? string.Empty : $"`{invoke.GenericArity}"), invoke with { Name = "Invoke", GenericArity = 0 });
            }
        }
        else if (TypeLine().Match(line) is { Success: true } header)
        {
            type = KeyOf(header.Groups["name"].Value);
            this.Open(type);
            this.AddBases(type, header.Groups["rest"].Value);
        }
        else if (ElementTypes().Match(line) is { Success: true } family)
        {
            foreach (Match element in ElementType().Matches(family.Groups["types"].Value))
            {
                this.ReadMember(Placeholder().Replace(family.Groups["signature"].Value, element.Value), type);
            }
        }
        else if (line.Trim().Length > 0 && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            this.ReadMember(line, type);
        }
    }

    private void ReadMember(string line, string? type)
    {
        bool extension = line.StartsWith("ext ", StringComparison.Ordinal);
        if (SignatureReader.Read(line, out string? owner) is not { } member)
        {
            this.Unread.Add(line);
        }
        else
        {
            bool inType = type is not null && char.IsWhiteSpace(line[0]);
            this.Add(owner is not null ? OpenGl + owner : inType ? type! : OpenGl + (extension ? "GLOverloads" : "GL"), member);
        }
    }

    private void ReadEnum(string line)
    {
        if (EnumLine().Match(line) is not { Success: true } found)
        {
            return;
        }

        string name = found.Groups["name"].Value;
        string key = "*." + name;
        this.Open(key);
        foreach (Match pair in EnumValue().Matches(found.Groups["values"].Value))
        {
            string number = SignatureReader.Number(pair.Groups["value"].Value);
            MemberShape value = new(MemberKind.Value, pair.Groups["name"].Value, 0, true, false, null, [], number);
            this.Add(key, value);
            if (line.StartsWith("**", StringComparison.Ordinal))
            {
                this.Add("*.GLEnum", value);
            }
        }
    }

    private void Open(string key) => this.members.TryAdd(key, []);

    private void Add(string key, MemberShape member)
    {
        this.Open(key);
        this.members[key].Add(member);
    }

    private void AddBases(string key, string list)
    {
        this.bases.TryAdd(key, []);
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || (list[i] == ',' && depth == 0))
            {
                this.bases[key].Add(KeyOf(list[start..i]));
                start = i + 1;
            }
            else
            {
                depth += list[i] == '<' ? 1 : list[i] == '>' ? -1 : 0;
            }
        }
    }

    [GeneratedRegex(@"^(\[Flags\] )?((abstract|sealed|static|readonly|ref|partial|unsafe) )*(class|struct|interface|enum) (?<name>[\w.]+(<[^:]*?>)?)( where [^:]*)?( : (?<rest>.*))?$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^(\[[^\]]*\] )?delegate (?<signature>.*)$")]
    private static partial Regex DelegateLine();

    /// <summary>One line for several overloads: <c>Of(E[] a)   // E in {int, (float, float)}</c>.</summary>
    [GeneratedRegex(@"^(?<signature>.*?)\s*// E in \{(?<types>.*)\}\s*$")]
    private static partial Regex ElementTypes();

    [GeneratedRegex(@"\([^)]*\)|[\w.]+")]
    private static partial Regex ElementType();

    [GeneratedRegex(@"\bE\b")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(\*\*(?<name>\w+)\*\*:|`enum (?<name>\w+)( : int)?`[^:]*:) (?<values>.*)$")]
    private static partial Regex EnumLine();

    [GeneratedRegex(@"(?<name>\w+)=(?<value>0x[0-9A-Fa-f]+|-?\d+)")]
    private static partial Regex EnumValue();
}
