using TorchSharp.Calls;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements' memory, which stays the tensor's own.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
                if (device_type != DeviceType.CPU) throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }
            set => value.CopyTo(bytes);
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            RequireType<T>();
            return new TensorAccessor<T>(this)[0];
        }

        public Scalar ToScalar()
        {
            NativeTorch.Check(NativeTorch.lw_item(Handle, out var tag, out var integer, out var real));
            GC.KeepAlive(this);
            return (ValueKind)tag switch
            {
                ValueKind.Bool => integer != 0,
                ValueKind.Int => integer,
                _ => real,
            };
        }

        internal unsafe void* DataPointer
        {
            get
            {
                NativeTorch.Check(NativeTorch.lw_data(Handle, out var data));
                GC.KeepAlive(this);
                return (void*)data;
            }
        }

        private void RequireType<T>()
        {
            if (TypeOf(typeof(T)) != dtype) throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }

        internal static ScalarType? TypeOf(Type type) => Type.GetTypeCode(type) switch
        {
            TypeCode.Byte => ScalarType.Byte,
            TypeCode.SByte => ScalarType.Int8,
            TypeCode.Int16 => ScalarType.Int16,
            TypeCode.Int32 => ScalarType.Int32,
            TypeCode.Int64 => ScalarType.Int64,
            TypeCode.Single => ScalarType.Float32,
            TypeCode.Double => ScalarType.Float64,
            TypeCode.Boolean => ScalarType.Bool,
            _ => type == typeof(Half) ? ScalarType.Float16 : null,
        };
    }
}
