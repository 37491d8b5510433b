using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().Shared() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => inplace ? input.leaky_relu_(negative_slope).Shared() : input.leaky_relu(negative_slope);

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().Shared() : x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().Shared() : x.sigmoid();

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Operator.One("aten::linear", input, weights, bias);

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Operator.InPlace(input, "aten::dropout_", input, p, training).Shared() : Operator.One("aten::dropout", input, p, training);

            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                Operator.One("aten::batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, false);

            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Operator.One("aten::binary_cross_entropy_with_logits", input, target, weight, pos_weights, (long)reduction);

            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Operator.One("aten::cross_entropy_loss", input, target, weight, (long)reduction, ignore_index, label_smoothing);
        }
    }
}
