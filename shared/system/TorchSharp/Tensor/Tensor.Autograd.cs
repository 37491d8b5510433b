using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set => NativeTorch.Check(NativeTorch.lw_set_requires_grad(Handle, value ? 1 : 0));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>A new wrapper at every reading; null before the first backward pass.</summary>
        public Tensor? grad
        {
            get
            {
                NativeTorch.Check(NativeTorch.lw_grad(Handle, out var result));
                GC.KeepAlive(this);
                return result == 0 ? null : new Tensor(result);
            }
            set
            {
                NativeTorch.Check(NativeTorch.lw_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(value);
            }
        }

        public void retain_grad() => NativeTorch.Check(NativeTorch.lw_retain_grad(Handle));

        public void backward() => autograd.Run([this], [], false, false, []);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.Run([this], grad_tensors ?? [], retain_graph, create_graph, inputs ?? []);

        public Tensor detach() => Operator.One("aten::detach", this);
        public Tensor clone() => Operator.One("aten::clone", this);
        public Tensor alias() => Operator.One("aten::alias", this);
    }
}
