using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Operator.InPlace(this, "aten::copy_", this, source, nonBlocking);
        public Tensor fill_(Scalar value) => Operator.InPlace(this, "aten::fill_.Scalar", this, value);
        public Tensor zero_() => Operator.One("aten::zero_", this);
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Operator.InPlace(this, "aten::normal_", this, mean, std, generator);
        public Tensor uniform_(double from, double to, Generator? generator = null) => Operator.InPlace(this, "aten::uniform_", this, from, to, generator);
    }
}
