using Xunit;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>A test that asks OpenCV itself about the anime-face cascade.</summary>
internal sealed class OpenCvFactAttribute : FactAttribute
{
    public OpenCvFactAttribute()
    {
        Skip = AnimeCascade.Path is null ? $"{AnimeCascade.FileName} is not at hand; name it in LW_FACE_CASCADE."
            : OpenCv.Python is null ? "Python has no cv2 (Debian: python3-opencv)."
            : null;
    }
}
