using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>Tensors that have to be there, of the right size and finite.</summary>
internal static class RequiredWeights
{
    public static void RequireFinite(ReadOnlySpan<float> values, string name)
    {
        for (int k = 0; k < values.Length; k++)
        {
            if (!float.IsFinite(values[k]))
            {
                throw new BadModelException($"Value {k} of tensor '{name}' is {values[k]}: the training had diverged here; use an earlier checkpoint.");
            }
        }
    }

    public static float[] Take(this IWeights weights, string name, int length)
    {
        weights.RequireLength(name, length);
        var values = new float[length];
        weights.Read(name, values);
        RequireFinite(values, name);
        return values;
    }

    public static void RequireLength(this IWeights weights, string name, long length)
    {
        long found = weights.Length(name)
            ?? throw new BadModelException($"The generator has no tensor '{name}', which its description calls for; the checkpoint is incomplete, use another one.");
        if (found != length)
        {
            throw new BadModelException($"Tensor '{name}' has {found} values, expected {length} by the generator's description; the checkpoint is inconsistent, use another one.");
        }
    }
}
