namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

public interface IResampler
{
    float Radius { get; }

    float GetValue(float x);
}
