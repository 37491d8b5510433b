using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static class autograd
    {
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            nint[] from = Handles(outputs), to = Handles(inputs), seeds = Handles(grad_outputs ?? []);
            fixed (nint* f = from, t = to, s = seeds)
            {
                NativeTorch.Check(NativeTorch.lw_autograd_grad(f, from.Length, t, to.Length, s, seeds.Length,
                    retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, out var results, out var count));
                KeepAlive(outputs, inputs, grad_outputs);
                return [.. Operator.Wrap(new ReadOnlySpan<NativeValue>(results, count))];
            }
        }

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Run(tensors, grad_tensors ?? [], retain_graph, create_graph, inputs ?? []);

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Run([tensor], grad_tensors ?? [], retain_graph, create_graph, inputs ?? []);

        internal static unsafe void Run(IList<Tensor> tensors, IList<Tensor> gradients, bool? retainGraph, bool createGraph, IList<Tensor> inputs)
        {
            nint[] from = Handles(tensors), seeds = Handles(gradients), to = Handles(inputs);
            fixed (nint* f = from, s = seeds, t = to)
                NativeTorch.Check(NativeTorch.lw_backward(f, from.Length, s, seeds.Length, retainGraph is { } keep ? keep ? 1 : 0 : -1, createGraph ? 1 : 0, t, to.Length));
            KeepAlive(tensors, gradients, inputs);
        }

        private static nint[] Handles(IList<Tensor> tensors)
        {
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++) handles[i] = tensors[i].Handle;
            return handles;
        }

        private static void KeepAlive(params ReadOnlySpan<object?> owners)
        {
            foreach (var owner in owners) GC.KeepAlive(owner);
        }
    }
}
