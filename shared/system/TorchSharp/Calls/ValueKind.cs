namespace TorchSharp.Calls;

/// <summary>The tags of Native/torch.cpp, in its order.</summary>
internal enum ValueKind
{
    None, Int, Double, Bool, Tensor, Ints, Doubles, Bools, Tensors, OptionalTensors, Text, Device, Generator,
}
