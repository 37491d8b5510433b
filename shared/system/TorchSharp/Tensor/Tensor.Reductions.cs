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
        public Tensor var(bool unbiased = true) => Operator.One("aten::var", this, unbiased);
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(type).Spread("aten::var.dim", [dim], unbiased, keepdim);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(type).Spread("aten::var.dim", dimensions, unbiased, keepdim);
        public Tensor std(bool unbiased = true) => Operator.One("aten::std", this, unbiased);
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(type).Spread("aten::std.dim", [dim], unbiased, keepdim);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Typed(type).Spread("aten::std.dim", dimensions, unbiased, keepdim);
        public Tensor norm(float p = 2) => Operator.One("aten::norm.Scalar", this, (double)p);
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Operator.One("aten::norm.ScalarOpt_dim", this, (double)p, new long[] { dim }, keepdim);
        public Tensor max() => Operator.One("aten::max", this);
        public Tensor min() => Operator.One("aten::min", this);
        public Tensor max(Tensor other) => maximum(other);
        public Tensor min(Tensor other) => minimum(other);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Two(Operator.Many("aten::max.dim", this, dim, keepdim));
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Two(Operator.Many("aten::min.dim", this, dim, keepdim));
        public Tensor amax(params long[] dims) => Operator.One("aten::amax", this, dims);
        public Tensor amin(params long[] dims) => Operator.One("aten::amin", this, dims);
        public Tensor argmax() => Operator.One("aten::argmax", this);
        public Tensor argmax(long dim, bool keepdim = false) => Operator.One("aten::argmax", this, dim, keepdim);
        public Tensor argmin() => Operator.One("aten::argmin", this);
        public Tensor argmin(long dim, bool keepdim = false) => Operator.One("aten::argmin", this, dim, keepdim);
        public Tensor median() => Operator.One("aten::median", this);
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Operator.One("aten::quantile", this, q, dim, keepdim);
        public Tensor cumsum(long dim, ScalarType? type = null) => Operator.One("aten::cumsum", this, dim, type);
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => Two(Operator.Many("aten::sort.stable", this, stable, dim, descending));
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Two(Operator.Many("aten::topk", this, k, dim, largest, sorted));

        private Tensor Typed(ScalarType? type) => type is { } t ? to_type(t) : this;

        private Tensor Spread(string name, long[] dims, bool unbiased, bool keepdim) => Operator.One(name, this, dims, unbiased, keepdim);

        private Tensor Reduce(string name, long[] dims, bool keepdim, ScalarType? type) => Operator.One(name, this, dims, keepdim, type);

        private static (Tensor, Tensor) Two(Tensor[] results) => (results[0], results[1]);
    }
}
