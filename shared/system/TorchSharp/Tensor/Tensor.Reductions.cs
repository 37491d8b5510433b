using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Operator.One("aten::sum", this, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Reduce("aten::sum.dim_IntList", [dim], keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Reduce("aten::sum.dim_IntList", dim, keepdim, type);
        public Tensor mean() => Operator.One("aten::mean", this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Reduce("aten::mean.dim", dimensions, keepdim, type);
        public Tensor std(bool unbiased = true) => Operator.One("aten::std", this, unbiased);
        public Tensor norm(float p = 2) => Operator.One("aten::norm.Scalar", this, (double)p);
        public Tensor argmax(long dim, bool keepdim = false) => Operator.One("aten::argmax", this, dim, keepdim);
        public Tensor max() => Operator.One("aten::max", this);
        public Tensor min() => Operator.One("aten::min", this);

        private Tensor Reduce(string name, long[] dims, bool keepdim, ScalarType? type) => Operator.One(name, this, dims, keepdim, type);
    }
}
