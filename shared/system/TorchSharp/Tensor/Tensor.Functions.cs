using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Operator.One("aten::abs", this);
        public Tensor sign() => Operator.One("aten::sign", this);
        public Tensor neg() => Operator.One("aten::neg", this);
        public Tensor exp() => Operator.One("aten::exp", this);
        public Tensor log() => Operator.One("aten::log", this);
        public Tensor sqrt() => Operator.One("aten::sqrt", this);
        public Tensor square() => Operator.One("aten::square", this);
        public Tensor tanh() => Operator.One("aten::tanh", this);
        public Tensor sigmoid() => Operator.One("aten::sigmoid", this);
        public Tensor relu() => Operator.One("aten::relu", this);

        public Tensor tanh_() => Operator.InPlace(this, "aten::tanh_", this);
        public Tensor sigmoid_() => Operator.InPlace(this, "aten::sigmoid_", this);
        public Tensor relu_() => Operator.InPlace(this, "aten::relu_", this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Operator.One("aten::softmax.int", this, dim, dtype);
        public Tensor softplus(double beta = 1, double threshold = 20) => Operator.One("aten::softplus", this, beta, threshold);
        public Tensor leaky_relu(Scalar negative_slope) => Operator.One("aten::leaky_relu", this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Operator.InPlace(this, "aten::leaky_relu_", this, negative_slope);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operator.One("aten::clamp", this, min, max);
    }
}
