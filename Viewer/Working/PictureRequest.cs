namespace LatentWalk.Viewer.Working;

/// <summary>A letter to the worker: all that should be shown now, slot by slot. Reused.</summary>
internal sealed class PictureRequest
{
    private readonly PicturePart[] parts = [new(), new(), new()];

    public PicturePart this[PictureSlot slot] => parts[(int)slot];
}
