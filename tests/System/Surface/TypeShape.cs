namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>
/// A type as a signature names it: last name, arguments, nothing of namespaces. Arrays, pointers and nullables are called
/// <c>[]</c>, <c>*</c> and <c>?</c> and have one argument; <c>|</c> is a choice of its arguments; <c>()</c> a tuple.
/// </summary>
/// <param name="IsValue">Known of compiled types only: a value type that is not nullable.</param>
internal sealed record TypeShape(string Name, IReadOnlyList<TypeShape> Arguments, bool IsValue = false)
{
    /// <summary>Whether what is compiled here has the type that is written there.</summary>
    public static bool Matches(TypeShape written, TypeShape compiled)
    {
        if (written.Name == "|")
        {
            return written.Arguments.Any(choice => Matches(choice, compiled));
        }

        if (written.Name == "?" && compiled.Name != "?")
        {
            // A question mark on a reference type is an annotation; on a value type it is another type.
            return !compiled.IsValue && Matches(written.Arguments[0], compiled);
        }

        return written.Name == compiled.Name
            && written.Arguments.Count == compiled.Arguments.Count
            && written.Arguments.Zip(compiled.Arguments).All(pair => Matches(pair.First, pair.Second));
    }

    public static TypeShape Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return new TypeShape("[" + new string(',', type.GetArrayRank() - 1) + "]", [Of(type.GetElementType()!)]);
        }

        if (type.IsPointer)
        {
            return new TypeShape("*", [Of(type.GetElementType()!)]);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return new TypeShape("?", [Of(underlying)]);
        }

        string name = type.Name.Split('`')[0];
        Type[] arguments = type.GetGenericArguments();
        if (name == "ValueTuple" && arguments.Length > 1)
        {
            return new TypeShape("()", [.. arguments.Select(Of)], IsValue: true);
        }

        int outer = type.IsGenericParameter ? 0 : type.DeclaringType?.GetGenericArguments().Length ?? 0;
        return new TypeShape(name, type.IsGenericParameter ? [] : [.. arguments.Skip(outer).Select(Of)], type.IsValueType);
    }

    public override string ToString() => this.Name switch
    {
        "?" or "*" => this.Arguments[0] + this.Name,
        "()" => "(" + string.Join(", ", this.Arguments) + ")",
        "|" => string.Join("|", this.Arguments),
        ['[', ..] => this.Arguments[0] + this.Name,
        _ => this.Arguments.Count == 0 ? this.Name : $"{this.Name}<{string.Join(", ", this.Arguments)}>",
    };
}
