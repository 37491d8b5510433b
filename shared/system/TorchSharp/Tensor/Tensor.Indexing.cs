using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Put([TensorIndex.Single(i1)], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => index(new TensorIndex[] { i1, i2 });
            set => Put([i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => index(new TensorIndex[] { i1, i2, i3 });
            set => Put([i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(new TensorIndex[] { i1, i2, i3, i4 });
            set => Put([i1, i2, i3, i4], value);
        }

        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => Put(indices, value);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor index(params Tensor[] indices) => Operator.One("aten::index.Tensor", this, Argument.Optional(indices));

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Operator.InPlace(this, "aten::index_put_", this, Argument.Optional(indices), value);

        /// <summary>Basic indexing is a view; an index tensor among the indices makes a copy.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            using var scope = NewDisposeScope();
            var (view, tensors) = Basic(indices);
            return (tensors is null ? view : Operator.One("aten::index.Tensor", view, Argument.Optional(tensors))).MoveToOuterDisposeScope();
        }

        private void Put(TensorIndex[] indices, Tensor value)
        {
            using var scope = NewDisposeScope();
            var (view, tensors) = Basic(indices);
            if (tensors is null) view.copy_(value);
            else Operator.InPlace(view, "aten::index_put_", view, Argument.Optional(tensors), value);
        }

        /// <summary>Applies everything but index tensors; those come back at the dimensions of the view that they index.</summary>
        private (Tensor View, Tensor?[]? Tensors) Basic(TensorIndex[] indices)
        {
            var view = alias();
            List<Tensor?>? tensors = null;
            var dim = 0;
            var named = indices.Count(i => i.Kind is TensorIndex.Form.Single or TensorIndex.Form.Slice or TensorIndex.Form.Tensor);
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndex.Form.Single:
                        view = view.select(dim, index.Start ?? 0);
                        break;
                    case TensorIndex.Form.Slice:
                        view = Operator.One("aten::slice.Tensor", view, dim++, index.Start, index.Stop, index.Step ?? 1);
                        break;
                    case TensorIndex.Form.None:
                        view = view.unsqueeze(dim++);
                        break;
                    case TensorIndex.Form.Ellipsis:
                        dim += (int)ndim - named;
                        break;
                    default:
                        tensors ??= [];
                        while (tensors.Count < dim) tensors.Add(null);
                        tensors.Add(index.Indices);
                        dim++;
                        break;
                }
            }
            return (view, tensors?.ToArray());
        }
    }
}
