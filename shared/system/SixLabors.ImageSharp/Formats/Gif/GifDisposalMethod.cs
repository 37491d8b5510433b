namespace SixLabors.ImageSharp.Formats.Gif;

public enum GifDisposalMethod
{
    Unspecified = 0,
    NotDispose = 1,
    RestoreToBackground = 2,
    RestoreToPrevious = 3,
}
