namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>The colours of one head of hair.</summary>
internal readonly record struct HairTone(Colour Base, Colour Shade, Colour Light, Colour Line)
{
    internal HairTone Shifted(float r, float g, float b) =>
        new(Base.Shift(r, g, b), Shade.Shift(r, g, b), Light.Shift(r, g, b), Line);
}
