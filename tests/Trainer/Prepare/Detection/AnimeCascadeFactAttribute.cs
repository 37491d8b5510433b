using Xunit;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>A test that needs the anime-face cascade.</summary>
internal sealed class AnimeCascadeFactAttribute : FactAttribute
{
    public AnimeCascadeFactAttribute()
    {
        if (AnimeCascade.Path is null)
        {
            Skip = $"{AnimeCascade.FileName} is not at hand; name it in LW_FACE_CASCADE.";
        }
    }
}
