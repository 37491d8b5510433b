namespace LatentWalk.StandIns.Tests.Surface;

/// <param name="Kind">Such as <c>method</c>, <c>property</c>, <c>field</c>, <c>event</c>, <c>constructor</c> or <c>value</c> of an enum.</param>
/// <param name="Type">What it returns or holds; null for constructors.</param>
/// <param name="Accessors"><c>get</c>, <c>set</c>, <c>init</c> of a property; the number of an enum's value.</param>
internal sealed record MemberShape(
    MemberKind Kind,
    string Name,
    int GenericArity,
    bool IsStatic,
    bool IsProtected,
    TypeShape? Type,
    IReadOnlyList<ParameterShape> Parameters,
    string Accessors)
{
    /// <summary>Whether the real library, as written down, has what is compiled here; it may show more of it, as public for protected.</summary>
    public static bool Matches(MemberShape written, MemberShape compiled) =>
        written.Kind == compiled.Kind && written.Name == compiled.Name && written.GenericArity == compiled.GenericArity
        && written.IsStatic == compiled.IsStatic && (compiled.IsProtected || !written.IsProtected)
        && (written.Type is null == compiled.Type is null) && (written.Type is null || TypeShape.Matches(written.Type, compiled.Type!))
        && written.Parameters.Count == compiled.Parameters.Count
        && written.Parameters.Zip(compiled.Parameters).All(pair => ParameterShape.Matches(pair.First, pair.Second))
        && (written.Kind == MemberKind.Value ? written.Accessors == compiled.Accessors : compiled.Accessors.Split(' ').All(written.Accessors.Split(' ').Contains));

    public override string ToString()
    {
        string modifiers = (this.IsProtected ? "protected " : string.Empty) + (this.IsStatic ? "static " : string.Empty);
        string generic = this.GenericArity == 0 ? string.Empty : $"<{this.GenericArity}>";
        string parameters = string.Join(", ", this.Parameters);
        return this.Kind switch
        {
            MemberKind.Constructor => $"{modifiers}.ctor({parameters})",
            MemberKind.Method => $"{modifiers}{this.Type} {this.Name}{generic}({parameters})",
            MemberKind.Property when this.Parameters.Count > 0 => $"{modifiers}{this.Type} this[{parameters}] {{ {this.Accessors} }}",
            MemberKind.Property => $"{modifiers}{this.Type} {this.Name} {{ {this.Accessors} }}",
            MemberKind.Value => $"{this.Name} = {this.Accessors}",
            MemberKind.Event => $"{modifiers}event {this.Type} {this.Name}",
            _ => $"{modifiers}{this.Type} {this.Name}",
        };
    }
}
