namespace LatentWalk.Trainer.Prepare;

/// <summary>By content.</summary>
internal enum PictureKind : byte
{
    None,
    Png,
    Jpeg,
    Webp,
    Gif,
}
