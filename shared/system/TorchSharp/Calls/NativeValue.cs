using System.Runtime.InteropServices;

namespace TorchSharp.Calls;

/// <summary>One argument or result of an operator: a number in <see cref="Bits"/>, or a pointer to <see cref="Count"/> of them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    internal ValueKind Kind;
    internal int Count;
    internal long Bits;
}
