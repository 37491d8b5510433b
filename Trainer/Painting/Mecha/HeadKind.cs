namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Helmet and face.</summary>
internal enum HeadKind
{
    VFin,
    MonoEye,
    Visor,
    Horned,
    Camera,
    Knight,
}
