using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Changes the type of floating-point parameters and buffers; each gets a new object, as in the package.</summary>
            internal void ConvertTo(ScalarType type) =>
                Convert(old => old.dtype == type || !IsFloatingPoint(old.dtype) ? null : old.to(type));

            /// <summary>Moves every parameter and buffer; each that was elsewhere gets a new object, as in the package.</summary>
            internal void MoveTo(Device device) =>
                Convert(old => old.device_type == device.type && (device.index < 0 || old.device_index == device.index) ? null : old.to(device));

            /// <param name="change">Null for a tensor that stays.</param>
            private void Convert(Func<Tensor, Tensor?> change)
            {
                if (this is IParameterLessModule) return;
                using var noGrad = no_grad();
                for (var i = 0; i < _parameterList.Count; i++)
                {
                    var (key, old) = _parameterList[i];
                    if (change(old) is not { } changed) continue;
                    var converted = new Parameter(changed, old.requires_grad);
                    converted.DetachFromDisposeScope();
                    _parameterList[i] = (key, converted);
                    Replace(old, converted);
                }
                for (var i = 0; i < _bufferList.Count; i++)
                {
                    var (key, old, persistent) = _bufferList[i];
                    if (change(old) is not { } converted) continue;
                    converted.DetachFromDisposeScope();
                    _bufferList[i] = (key, converted, persistent);
                    Replace(old, converted);
                }
                foreach (var (_, child) in _childList) child.Convert(change);
            }

            private static bool IsFloatingPoint(ScalarType type) => type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

            private void Replace(Tensor old, Tensor converted)
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly))
                        if (ReferenceEquals(field.GetValue(this), old)) field.SetValue(this, converted);
                old.Dispose();
            }
        }
    }
}
