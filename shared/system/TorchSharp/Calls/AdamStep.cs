using System.Runtime.InteropServices;

namespace TorchSharp.Calls;

/// <summary>The factors of one step of Adam, as Native/adam.h takes them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AdamStep
{
    internal float Keep1, Take1, Keep2, Take2, RootCorrection2, Epsilon, Step;
}
