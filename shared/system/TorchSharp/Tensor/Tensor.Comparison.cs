using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Operator.One("aten::eq.Tensor", this, target);
        public Tensor eq(Scalar target) => Operator.One("aten::eq.Scalar", this, target);
        public Tensor ne(Tensor target) => Operator.One("aten::ne.Tensor", this, target);
        public Tensor ne(Scalar target) => Operator.One("aten::ne.Scalar", this, target);
        public Tensor lt(Tensor target) => Operator.One("aten::lt.Tensor", this, target);
        public Tensor lt(Scalar target) => Operator.One("aten::lt.Scalar", this, target);
        public Tensor le(Tensor target) => Operator.One("aten::le.Tensor", this, target);
        public Tensor le(Scalar target) => Operator.One("aten::le.Scalar", this, target);
        public Tensor gt(Tensor target) => Operator.One("aten::gt.Tensor", this, target);
        public Tensor gt(Scalar target) => Operator.One("aten::gt.Scalar", this, target);
        public Tensor ge(Tensor target) => Operator.One("aten::ge.Tensor", this, target);
        public Tensor ge(Scalar target) => Operator.One("aten::ge.Scalar", this, target);
        public Tensor equal(Tensor target) => eq(target);
        public Tensor isfinite() => Operator.One("aten::isfinite", this);
        public Tensor isnan() => Operator.One("aten::isnan", this);
        public Tensor all() => Operator.One("aten::all", this);
        public Tensor all(long dim, bool keepdim = false) => Operator.One("aten::all.dim", this, dim, keepdim);
        public Tensor any() => Operator.One("aten::any", this);
        public Tensor any(long dim, bool keepdim = false) => Operator.One("aten::any.dim", this, dim, keepdim);
    }
}
