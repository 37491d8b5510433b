using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Operator.One("aten::add.Tensor", this, target);
        public Tensor add(Scalar scalar) => Operator.One("aten::add.Scalar", this, scalar);
        public Tensor add_(Tensor target) => Operator.InPlace(this, "aten::add_.Tensor", this, target);
        public Tensor add_(Scalar scalar) => Operator.InPlace(this, "aten::add_.Scalar", this, scalar);
        public Tensor sub(Tensor target) => Operator.One("aten::sub.Tensor", this, target);
        public Tensor sub(Scalar target) => Operator.One("aten::sub.Scalar", this, target);
        public Tensor sub_(Tensor target) => Operator.InPlace(this, "aten::sub_.Tensor", this, target);
        public Tensor sub_(Scalar target) => Operator.InPlace(this, "aten::sub_.Scalar", this, target);
        public Tensor add(Tensor target, Scalar alpha) => Operator.One("aten::add.Tensor", this, target, alpha);
        public Tensor add_(Tensor target, Scalar alpha) => Operator.InPlace(this, "aten::add_.Tensor", this, target, alpha);
        public Tensor mul(Tensor target) => Operator.One("aten::mul.Tensor", this, target);
        public Tensor mul(Scalar target) => Operator.One("aten::mul.Scalar", this, target);
        public Tensor mul_(Tensor target) => Operator.InPlace(this, "aten::mul_.Tensor", this, target);
        public Tensor mul_(Scalar target) => Operator.InPlace(this, "aten::mul_.Scalar", this, target);
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Operator.One("aten::div.Tensor_mode", this, target, Name(rounding_mode));
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Operator.One("aten::div.Scalar_mode", this, target, Name(rounding_mode));
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Operator.InPlace(this, "aten::div_.Tensor_mode", this, target, Name(rounding_mode));
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Operator.InPlace(this, "aten::div_.Scalar_mode", this, target, Name(rounding_mode));
        public Tensor pow(Tensor exponent) => Operator.One("aten::pow.Tensor_Tensor", this, exponent);
        public Tensor pow(Scalar exponent) => Operator.One("aten::pow.Tensor_Scalar", this, exponent);
        public Tensor remainder(Tensor target) => Operator.One("aten::remainder.Tensor", this, target);
        public Tensor remainder(Scalar scalar) => Operator.One("aten::remainder.Scalar", this, scalar);
        public Tensor maximum(Tensor other) => Operator.One("aten::maximum", this, other);
        public Tensor bmm(Tensor batch2) => Operator.One("aten::bmm", this, batch2);
        public Tensor matmul(Tensor target) => Operator.One("aten::matmul", this, target);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.InPlace(this, "aten::addcmul_", this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.InPlace(this, "aten::addcdiv_", this, tensor1, tensor2, value);
        public Tensor lerp_(Tensor end, Tensor weight) => Operator.InPlace(this, "aten::lerp_.Tensor", this, end, weight);

        private static string? Name(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
    }
}
