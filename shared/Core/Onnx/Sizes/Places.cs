namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>Walks over a small shape, its last dimension fastest.</summary>
internal static class Places
{
    public delegate double ValueAt(ReadOnlySpan<long> place);

    public static double[] Fill(long[] dims, ValueAt value)
    {
        var result = new double[GraphValue.Product(dims)];
        var place = new long[dims.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = value(place);
            for (int axis = dims.Length - 1; axis >= 0 && ++place[axis] == dims[axis]; axis--)
            {
                place[axis] = 0;
            }
        }

        return result;
    }

    /// <summary>The number at a place of the value's own shape.</summary>
    public static double At(GraphValue value, ReadOnlySpan<long> place)
    {
        long index = 0;
        for (int i = 0; i < place.Length; i++)
        {
            index = (index * value.Dims[i]) + place[i];
        }

        return value.Numbers![index];
    }
}
