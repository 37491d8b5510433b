namespace LatentWalk.Filming;

/// <summary>The latents of a film's frames. They are asked for in order.</summary>
public interface IFramePath
{
    int FrameCount { get; }

    double FramesPerSecond { get; }

    int ZDim { get; }

    /// <summary>Length of the class weights; 0 without any.</summary>
    int Classes { get; }

    FrameLatent At(int frame);
}
