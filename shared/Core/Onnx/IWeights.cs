namespace LatentWalk.Core.Onnx;

/// <summary>A generator's tensors, read one at a time into memory of the caller's, so that they need not all be there at once.</summary>
public interface IWeights
{
    /// <summary>How many values a tensor has; null when there is none of that name.</summary>
    long? Length(string name);

    /// <param name="name">One that there is.</param>
    /// <param name="values">As long as the tensor; filled in C order.</param>
    void Read(string name, Span<float> values);
}
