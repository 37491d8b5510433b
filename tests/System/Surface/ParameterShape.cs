namespace LatentWalk.StandIns.Tests.Surface;

/// <param name="Passing">Empty, <c>ref</c>, <c>out</c>, <c>in</c>, <c>ref readonly</c>, <c>params</c> or <c>this</c>.</param>
/// <param name="Default">The text of the default value; null when there is none.</param>
internal sealed record ParameterShape(string Passing, TypeShape Type, string Name, string? Default)
{
    public static bool Matches(ParameterShape written, ParameterShape compiled) =>
        written.Passing == compiled.Passing && written.Name == compiled.Name && TypeShape.Matches(written.Type, compiled.Type)
        && DefaultText.Same(written.Default, compiled.Default);

    public override string ToString()
    {
        string text = $"{this.Passing} {this.Type} {this.Name}".TrimStart();
        return this.Default is null ? text : $"{text} = {this.Default}";
    }
}
