namespace SixLabors.ImageSharp.Formats.Png;

public enum PngDisposalMethod
{
    DoNotDispose = 0,
    RestoreToBackground = 1,
    RestoreToPrevious = 2,
}
