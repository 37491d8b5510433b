namespace LatentWalk.Viewer.Models;

/// <summary>What a path is.</summary>
internal enum OpenKind
{
    /// <summary>Nothing the viewer has a use for.</summary>
    Unknown,

    /// <summary>.onnx, .safetensors, or a folder with one of them.</summary>
    Generator,

    /// <summary>A PNG.</summary>
    Picture,

    /// <summary>.walk.json.</summary>
    Walk,

    /// <summary>A folder of pictures.</summary>
    Data,
}
