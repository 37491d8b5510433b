namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Worn on the head; glasses and earrings are apart, since they go with any of these.</summary>
internal enum Accessory
{
    None,
    Ribbon,
    Clip,
    HairBand,
    Beret,
    CatEars,
    Flower,
}
