namespace TorchSharp;

public static partial class torch
{
    public struct TensorIndex
    {
        internal enum Form
        {
            None, Ellipsis, Single, Slice, Bool, Tensor,
        }

        internal Form Kind;
        internal long? Start, Stop, Step;
        internal torch.Tensor? Indices;

        public static TensorIndex Ellipsis = new() { Kind = Form.Ellipsis };
        public static TensorIndex None = new() { Kind = Form.None };
        public static TensorIndex Null = None;

        public static TensorIndex Single(long? index) => new() { Kind = Form.Single, Start = index };

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new() { Kind = Form.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice(Range range) => Slice(
            range.Start is { IsFromEnd: true, Value: 0 } ? long.MaxValue : Signed(range.Start),
            range.End is { IsFromEnd: true, Value: 0 } ? null : Signed(range.End));

        public static TensorIndex Tensor(torch.Tensor tensor) => new() { Kind = Form.Tensor, Indices = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex(Index index) => Single(Signed(index));
        public static implicit operator TensorIndex(Range range) => Slice(range);

        private static long Signed(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
