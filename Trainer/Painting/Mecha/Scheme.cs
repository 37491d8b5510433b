namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>The colours of one robot.</summary>
/// <param name="Main">Most of the armour.</param>
/// <param name="Second">The rest of it.</param>
/// <param name="Third">Marks: feet, cockpit, chin.</param>
/// <param name="Trim">Fins and edges.</param>
/// <param name="Joint">What shows between the plates.</param>
/// <param name="Glow">Eyes and all that shines.</param>
internal sealed record Scheme(Colour Main, Colour Second, Colour Third, Colour Trim, Colour Joint, Colour Glow)
{
    internal static Scheme Of(uint main, uint second, uint third, uint trim, uint joint, uint glow) => new(
        Colour.Hex(main), Colour.Hex(second), Colour.Hex(third), Colour.Hex(trim), Colour.Hex(joint), Colour.Hex(glow));
}
