using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor contiguous() => Operator.One("aten::contiguous", this);
        public Tensor view(params long[] shape) => Operator.One("aten::view", this, shape);
        public Tensor view_as(Tensor other) => Operator.One("aten::view_as", this, other);
        public Tensor reshape(params long[] shape) => Operator.One("aten::reshape", this, shape);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operator.One("aten::flatten.using_ints", this, start_dim, end_dim);
        public Tensor unflatten(long dim, params long[] sizes) => Operator.One("aten::unflatten.int", this, dim, sizes);
        public Tensor squeeze(long? dim = null) => dim is { } d ? Operator.One("aten::squeeze.dim", this, d) : Operator.One("aten::squeeze", this);
        public Tensor unsqueeze(long dim) => Operator.One("aten::unsqueeze", this, dim);
        public Tensor permute(params long[] permutation) => Operator.One("aten::permute", this, permutation);
        public Tensor transpose(long dim0, long dim1) => Operator.One("aten::transpose.int", this, dim0, dim1);
        public Tensor t() => Operator.One("aten::t", this);
        public Tensor T => Operator.One("aten::numpy_T", this);
        public Tensor expand(params long[] sizes) => Operator.One("aten::expand", this, sizes);
        public Tensor expand_as(Tensor other) => Operator.One("aten::expand_as", this, other);
        public Tensor broadcast_to(params long[] shape) => Operator.One("aten::broadcast_to", this, shape);
        public Tensor repeat(params long[] sizes) => Operator.One("aten::repeat", this, sizes);
        public Tensor flip(params long[] dims) => Operator.One("aten::flip", this, dims);
        public Tensor roll(long shifts, long? dims = null) => Operator.One("aten::roll", this, new[] { shifts }, dims is { } d ? new[] { d } : []);
        public Tensor select(long dim, long index) => Operator.One("aten::select.int", this, dim, index);
        public Tensor narrow(long dim, long start, long length) => Operator.One("aten::narrow", this, dim, start, length);
        public Tensor slice(long dim, long start, long finish, long step) => Operator.One("aten::slice.Tensor", this, dim, start, finish, step);
        public Tensor index_select(long dim, Tensor index) => Operator.One("aten::index_select", this, dim, index);
        public Tensor gather(long dim, Tensor index) => Operator.One("aten::gather", this, dim, index);
        public Tensor masked_select(Tensor mask) => Operator.One("aten::masked_select", this, mask);
        public Tensor masked_fill(Tensor mask, Scalar value) => Operator.One("aten::masked_fill.Scalar", this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => Operator.InPlace(this, "aten::masked_fill_.Scalar", this, mask, value);
        public Tensor nonzero() => Operator.One("aten::nonzero", this);
        public Tensor[] chunk(long chunks, long dim = 0) => Operator.Many("aten::chunk", this, chunks, dim);
        public Tensor[] split(long size, int dim = 0) => Operator.Many("aten::split.Tensor", this, size, (long)dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Operator.Many("aten::split_with_sizes", this, sizes, dim);
        public Tensor[] unbind(long dimension = 0) => Operator.Many("aten::unbind.int", this, dimension);
    }
}
