using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Operator.One("aten::abs", this);
        public Tensor neg() => Operator.One("aten::neg", this);
        public Tensor exp() => Operator.One("aten::exp", this);
        public Tensor log() => Operator.One("aten::log", this);
        public Tensor log1p() => Operator.One("aten::log1p", this);
        public Tensor expm1() => Operator.One("aten::expm1", this);
        public Tensor sqrt() => Operator.One("aten::sqrt", this);
        public Tensor rsqrt() => Operator.One("aten::rsqrt", this);
        public Tensor square() => Operator.One("aten::square", this);
        public Tensor sin() => Operator.One("aten::sin", this);
        public Tensor cos() => Operator.One("aten::cos", this);
        public Tensor tanh() => Operator.One("aten::tanh", this);
        public Tensor sigmoid() => Operator.One("aten::sigmoid", this);
        public Tensor relu() => Operator.One("aten::relu", this);
        public Tensor erf() => Operator.One("aten::erf", this);
        public Tensor floor() => Operator.One("aten::floor", this);
        public Tensor sign() => Operator.One("aten::sign", this);
        public Tensor reciprocal() => Operator.One("aten::reciprocal", this);

        public Tensor abs_() => Operator.InPlace(this, "aten::abs_", this);
        public Tensor neg_() => Operator.InPlace(this, "aten::neg_", this);
        public Tensor exp_() => Operator.InPlace(this, "aten::exp_", this);
        public Tensor log_() => Operator.InPlace(this, "aten::log_", this);
        public Tensor sqrt_() => Operator.InPlace(this, "aten::sqrt_", this);
        public Tensor tanh_() => Operator.InPlace(this, "aten::tanh_", this);
        public Tensor sigmoid_() => Operator.InPlace(this, "aten::sigmoid_", this);
        public Tensor relu_() => Operator.InPlace(this, "aten::relu_", this);

        public Tensor negative() => neg();
        public Tensor round(long decimals = 0) => Operator.One("aten::round.decimals", this, decimals);
        public Tensor softplus(double beta = 1, double threshold = 20) => Operator.One("aten::softplus", this, beta, threshold);
        public Tensor leaky_relu(Scalar negative_slope) => Operator.One("aten::leaky_relu", this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Operator.InPlace(this, "aten::leaky_relu_", this, negative_slope);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Operator.One("aten::softmax.int", this, dim, dtype);
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Operator.One("aten::log_softmax.int", this, dim, dtype);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operator.One("aten::clamp", this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operator.InPlace(this, "aten::clamp_", this, min, max);
        public Tensor clamp_min(Scalar min) => Operator.One("aten::clamp_min", this, min);
        public Tensor clamp_max(Scalar max) => Operator.One("aten::clamp_max", this, max);
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Operator.One("aten::nan_to_num", this, nan, posinf, neginf);
        public Tensor where(Tensor condition, Tensor y) => Operator.One("aten::where.self", condition, this, y);
    }
}
