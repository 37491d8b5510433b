namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>The Catmull-Rom cubic (Keys 1981, a = -0.5).</summary>
internal sealed class BicubicKernel : IResampler
{
    public float Radius => 2;

    public float GetValue(float x)
    {
        x = MathF.Abs(x);
        return x switch
        {
            <= 1 => (((1.5F * x) - 2.5F) * x * x) + 1,
            < 2 => (((((-0.5F * x) + 2.5F) * x) - 4) * x) + 2,
            _ => 0,
        };
    }
}
