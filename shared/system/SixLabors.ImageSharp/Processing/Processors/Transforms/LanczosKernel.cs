namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>sinc(x)·sinc(x/radius).</summary>
internal sealed class LanczosKernel(float radius) : IResampler
{
    public float Radius => radius;

    public float GetValue(float x) => MathF.Abs(x) < radius ? Sinc(x) * Sinc(x / radius) : 0;

    private static float Sinc(float x)
    {
        x *= MathF.PI;
        return MathF.Abs(x) < 1e-6F ? 1 : MathF.Sin(x) / x;
    }
}
