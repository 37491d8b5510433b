namespace LatentWalk.Imaging.Headers;

internal enum PictureFormat
{
    Png,
    Jpeg,
    Webp,
    Gif,
}
