namespace LatentWalk.Imaging;

/// <summary>A decoded picture, upright.</summary>
/// <param name="Rgba">uint8 <c>[Height, Width, 4]</c>, straight alpha. Belongs to the receiver.</param>
public sealed record RgbaImage(byte[] Rgba, int Width, int Height)
{
    /// <summary>Whether no pixel lets anything through.</summary>
    public bool IsOpaque => RgbaPicture.IsOpaque(this.Rgba);
}
