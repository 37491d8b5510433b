using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare;

/// <summary>The square around a face.</summary>
internal static class FaceArea
{
    /// <summary>The margin is added on all sides; where the picture ends sooner, the square is moved in, and made smaller only when it is larger than the picture.</summary>
    public static FaceBox Around(FaceBox face, double margin, RgbaImage picture)
    {
        int side = (int)Math.Round(Math.Max(face.Width, face.Height) * (1 + (2 * margin)));
        side = Math.Min(side, Math.Min(picture.Width, picture.Height));
        int x = face.X + (face.Width / 2) - (side / 2);
        int y = face.Y + (face.Height / 2) - (side / 2);
        return new FaceBox(Math.Clamp(x, 0, picture.Width - side), Math.Clamp(y, 0, picture.Height - side), side, side, face.Neighbours);
    }
}
