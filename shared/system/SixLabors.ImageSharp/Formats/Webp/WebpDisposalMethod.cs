namespace SixLabors.ImageSharp.Formats.Webp;

public enum WebpDisposalMethod
{
    DoNotDispose = 0,
    RestoreToBackground = 1,
}
