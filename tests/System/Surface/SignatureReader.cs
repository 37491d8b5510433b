using System.Text;

namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>Reads one line of a signature list, such as <c>static T Of&lt;T&gt;(ref int a, string? b = null)</c>.</summary>
internal sealed class SignatureReader
{
    private static readonly string[] s_modifiers =
    [
        "public", "static", "abstract", "virtual", "override", "sealed", "protected", "internal", "readonly", "const", "new", "unsafe",
        "extern", "required",
    ];

    private static readonly Dictionary<string, string> s_keywords = new()
    {
        ["bool"] = "Boolean", ["byte"] = "Byte", ["sbyte"] = "SByte", ["short"] = "Int16", ["ushort"] = "UInt16", ["int"] = "Int32",
        ["uint"] = "UInt32", ["long"] = "Int64", ["ulong"] = "UInt64", ["nint"] = "IntPtr", ["nuint"] = "UIntPtr", ["float"] = "Single",
        ["double"] = "Double", ["decimal"] = "Decimal", ["char"] = "Char", ["string"] = "String", ["object"] = "Object", ["void"] = "Void",
    };

    private static readonly Dictionary<string, string> s_binaryOperators = new()
    {
        ["+"] = "op_Addition", ["-"] = "op_Subtraction", ["*"] = "op_Multiply", ["/"] = "op_Division", ["%"] = "op_Modulus",
        ["=="] = "op_Equality", ["!="] = "op_Inequality", ["<"] = "op_LessThan", ["<="] = "op_LessThanOrEqual", [">"] = "op_GreaterThan",
        [">="] = "op_GreaterThanOrEqual", ["&"] = "op_BitwiseAnd", ["|"] = "op_BitwiseOr", ["^"] = "op_ExclusiveOr",
        ["<<"] = "op_LeftShift", [">>"] = "op_RightShift",
    };

    private static readonly Dictionary<string, string> s_unaryOperators = new()
    {
        ["-"] = "op_UnaryNegation", ["+"] = "op_UnaryPlus", ["~"] = "op_OnesComplement", ["!"] = "op_LogicalNot",
    };

    private readonly string text;
    private int at;

    private SignatureReader(string text) => this.text = text;

    private char Here => this.at < this.text.Length ? this.text[this.at] : '\0';

    /// <param name="owner">The type a name is qualified with, as in <c>GL.GetApi</c>; null for none.</param>
    /// <returns>Null for a line that is no signature.</returns>
    public static MemberShape? Read(string line, out string? owner)
    {
        owner = null;
        string text = Cut(line);
        try
        {
            return text.Length == 0 ? null : new SignatureReader(text).ReadMember(out owner);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static TypeShape ReadType(string text) => new SignatureReader(text).ReadType();

    /// <summary>Without comment, semicolon and constraints.</summary>
    private static string Cut(string line)
    {
        int comment = line.IndexOf("//", StringComparison.Ordinal);
        string text = (comment < 0 ? line : line[..comment]).Trim();
        int where = text.IndexOf(" where ", StringComparison.Ordinal);
        return (where < 0 ? text : text[..where]).Trim().TrimEnd(';');
    }

    private MemberShape ReadMember(out string? owner)
    {
        owner = null;
        bool isStatic = false;
        bool isProtected = false;
        bool isEvent = false;
        bool isConstant = false;
        while (true)
        {
            int start = this.at;
            string word = this.ReadWordOrNothing();
            isStatic |= word is "static" or "const" or "ext";
            isProtected |= word == "protected";
            isEvent |= word == "event";
            isConstant |= word == "const";
            if (!s_modifiers.Contains(word) && word is not ("event" or "ext"))
            {
                this.at = start;
                break;
            }

            this.Skip();
        }

        if (this.Take(".ctor("))
        {
            return Make(MemberKind.Constructor, ".ctor", null, this.ReadParameters(')'));
        }

        foreach (string conversion in new[] { "implicit", "explicit" })
        {
            if (this.Take(conversion + " operator "))
            {
                TypeShape to = this.ReadType();
                this.Skip();
                this.Require('(');
                return Make(MemberKind.Method, "op_" + char.ToUpperInvariant(conversion[0]) + conversion[1..], to, this.ReadParameters(')'));
            }
        }

        _ = this.Take("ref readonly ") || this.Take("ref ");
        TypeShape type = this.ReadType();
        this.Skip();
        if (this.Here == '(')
        {
            this.at++;
            return Make(MemberKind.Constructor, ".ctor", null, this.ReadParameters(')'));
        }

        if (this.Here == '=' && !isConstant)
        {
            return new MemberShape(MemberKind.Value, type.Name, 0, true, false, null, [], Number(this.text[(this.at + 1)..]));
        }

        if (this.Take("operator "))
        {
            string symbol = this.ReadUntil('(');
            List<ParameterShape> operands = this.ReadParameters(')');
            return Make(MemberKind.Method, (operands.Count == 1 ? s_unaryOperators : s_binaryOperators)[symbol.Trim()], type, operands);
        }

        if (this.Take("this["))
        {
            List<ParameterShape> indices = this.ReadParameters(']');
            return Make(MemberKind.Property, "Item", type, indices) with { Accessors = this.ReadAccessors() };
        }

        string name = this.ReadWord();
        while (this.Take("."))
        {
            owner = name;
            name = this.ReadWord();
        }

        int arity = this.Here == '<' ? this.ReadArguments().Count : 0;
        this.Skip();
        return this.Here switch
        {
            '(' => Make(MemberKind.Method, name, type, this.After('(').ReadParameters(')')) with { GenericArity = arity },
            '{' => Make(MemberKind.Property, name, type, []) with { Accessors = this.ReadAccessors() },
            '\0' or '=' => Make(isEvent ? MemberKind.Event : MemberKind.Field, name, type, []),
            _ => throw new FormatException(this.text),
        };

        MemberShape Make(MemberKind kind, string memberName, TypeShape? memberType, IReadOnlyList<ParameterShape> parameters) =>
            new(kind, memberName, 0, isStatic, isProtected, memberType, parameters, string.Empty);
    }

    internal static string Number(string text)
    {
        text = text.Trim();
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? Convert.ToInt64(text, 16).ToString(System.Globalization.CultureInfo.InvariantCulture) : text;
    }

    private SignatureReader After(char expected)
    {
        this.Require(expected);
        return this;
    }

    private string ReadAccessors()
    {
        this.Skip();
        this.Require('{');
        string inside = this.ReadUntil('}');
        return string.Join(' ', inside.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')[^1]));
    }

    private List<ParameterShape> ReadParameters(char close)
    {
        List<ParameterShape> parameters = [];
        for (this.Skip(); !this.Take(close.ToString()); this.Skip())
        {
            _ = this.Take(",");
            this.Skip();
            string passing = string.Empty;
            foreach (string word in new[] { "this ref", "ref readonly", "this", "params", "ref", "out", "in", "scoped" })
            {
                if (this.Take(word + " "))
                {
                    passing = word;
                    break;
                }
            }

            this.Skip();
            TypeShape type = this.ReadType();
            this.Skip();
            string name = this.ReadWord();
            this.Skip();
            parameters.Add(new ParameterShape(passing, type, name, this.Take("=") ? this.ReadDefault(close) : null));
        }

        return parameters;
    }

    private string ReadDefault(char close)
    {
        int depth = 0;
        StringBuilder value = new();
        while (this.Here != '\0' && (depth > 0 || (this.Here != ',' && this.Here != close)))
        {
            depth += this.Here is '(' or '[' ? 1 : this.Here is ')' or ']' ? -1 : 0;
            value.Append(this.Here);
            this.at++;
        }

        return value.ToString().Trim();
    }

    private TypeShape ReadType()
    {
        List<TypeShape> choices = [this.ReadOneType()];
        while (this.Take("|"))
        {
            choices.Add(this.ReadOneType());
        }

        return choices.Count == 1 ? choices[0] : new TypeShape("|", choices);
    }

    private TypeShape ReadOneType()
    {
        TypeShape type;
        if (this.Take("("))
        {
            List<TypeShape> elements = [];
            do
            {
                this.Skip();
                elements.Add(this.ReadType());
                this.Skip();
                _ = this.ReadWordOrNothing();
                this.Skip();
            }
            while (this.Take(","));
            this.Require(')');
            type = new TypeShape("()", elements);
        }
        else
        {
            string name = this.ReadWord();
            List<TypeShape> arguments = this.Here == '<' ? this.ReadArguments() : [];
            while (this.Here == '.' && !this.text.AsSpan(this.at).StartsWith(".ctor"))
            {
                this.at++;
                name = this.ReadWord();
                arguments = this.Here == '<' ? this.ReadArguments() : [];
            }

            type = name == "ValueTuple" && arguments.Count > 1
                ? new TypeShape("()", arguments)
                : new TypeShape(s_keywords.GetValueOrDefault(name, name), arguments);
        }

        while (true)
        {
            if (this.Take("?"))
            {
                type = new TypeShape("?", [type]);
            }
            else if (this.Take("*"))
            {
                type = new TypeShape("*", [type]);
            }
            else if (this.Take("[]"))
            {
                type = new TypeShape("[]", [type]);
            }
            else if (this.Take("[,]"))
            {
                type = new TypeShape("[,]", [type]);
            }
            else
            {
                return type;
            }
        }
    }

    private List<TypeShape> ReadArguments()
    {
        this.Require('<');
        List<TypeShape> arguments = [];
        do
        {
            this.Skip();
            _ = this.Take("in ") || this.Take("out ");
            arguments.Add(this.ReadType());
            this.Skip();
        }
        while (this.Take(","));
        this.Require('>');
        return arguments;
    }

    private string ReadWord()
    {
        string word = this.ReadWordOrNothing();
        return word.Length > 0 || this.Here is '.' ? word : throw new FormatException($"no name at {this.at} of '{this.text}'");
    }

    private string ReadWordOrNothing()
    {
        _ = this.Take("@");
        int start = this.at;
        while (char.IsLetterOrDigit(this.Here) || this.Here == '_')
        {
            this.at++;
        }

        return this.text[start..this.at];
    }

    private string ReadUntil(char end)
    {
        int found = this.text.IndexOf(end, this.at);
        if (found < 0)
        {
            throw new FormatException(this.text);
        }

        string result = this.text[this.at..found];
        this.at = found + 1;
        return result;
    }

    private bool Take(string expected)
    {
        if (!this.text.AsSpan(this.at).StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        this.at += expected.Length;
        return true;
    }

    private void Require(char expected)
    {
        if (this.Here != expected)
        {
            throw new FormatException($"'{expected}' expected at {this.at} of '{this.text}'");
        }

        this.at++;
    }

    private void Skip()
    {
        while (this.Here == ' ')
        {
            this.at++;
        }
    }
}
