using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private NativeInfo Info
        {
            get
            {
                NativeTorch.Check(NativeTorch.lw_info(Handle, out var info));
                GC.KeepAlive(this);
                return info;
            }
        }

        public long[] shape => Sizes(strides: false);
        public long[] size() => shape;
        public long size(int dim) => shape[At(dim)];
        public long[] stride() => Sizes(strides: true);
        public long stride(int dim) => stride()[At(dim)];
        public long dim() => Info.Dims;
        public long ndim => Info.Dims;
        public long numel() => Info.Elements;
        public long NumberOfElements => Info.Elements;
        public long ElementSize => Info.ItemSize;
        public ScalarType dtype => (ScalarType)Info.Type;
        public DeviceType device_type => (DeviceType)Info.Device;
        public int device_index => Info.DeviceIndex;
        public Device device => new(device_type, device_index);
        public bool is_contiguous() => Info.Contiguous != 0;
        public bool is_leaf => Info.Leaf != 0;

        private int At(int dim) => dim < 0 ? dim + (int)ndim : dim;

        private unsafe long[] Sizes(bool strides)
        {
            var values = new long[Info.Dims];
            fixed (long* start = values) NativeTorch.Check(NativeTorch.lw_shape(Handle, strides ? null : start, strides ? start : null));
            GC.KeepAlive(this);
            return values;
        }
    }
}
