using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor contiguous() => Operator.One("aten::contiguous", this);
        public Tensor view(params long[] shape) => Operator.One("aten::view", this, shape);
        public Tensor reshape(params long[] shape) => Operator.One("aten::reshape", this, shape);
        public Tensor narrow(long dim, long start, long length) => Operator.One("aten::narrow", this, dim, start, length);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operator.One("aten::flatten.using_ints", this, start_dim, end_dim);
        public Tensor unsqueeze(long dim) => Operator.One("aten::unsqueeze", this, dim);
        public Tensor transpose(long dim0, long dim1) => Operator.One("aten::transpose.int", this, dim0, dim1);
        public Tensor t() => Operator.One("aten::t", this);
        public Tensor flip(params long[] dims) => Operator.One("aten::flip", this, dims);
        public Tensor select(long dim, long index) => Operator.One("aten::select.int", this, dim, index);
    }
}
