using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Operator.One("aten::cat", tensors, dim);
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Operator.One("aten::cat", tensors.ToArray(), dim);
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Operator.One("aten::stack", tensors.ToArray(), dim);
}
