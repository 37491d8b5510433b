using System.Collections.Concurrent;

namespace TorchSharp.Calls;

/// <summary>Calls an operator of libtorch by its schema name, "aten::add.Tensor" (name and overload), with arguments in schema order.</summary>
internal static unsafe class Operator
{
    private static readonly ConcurrentDictionary<string, nint> Known = new();

    /// <summary>List elements of the running call; pinned, so that native code may read them.</summary>
    [ThreadStatic] private static long[]? t_elements;

    /// <summary>The operator's first result in a new wrapper.</summary>
    internal static torch.Tensor One(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = Call(name, arguments);
        for (var i = 1; i < results.Length; i++) NativeTorch.lw_free((nint)results[i].Bits);
        return new torch.Tensor((nint)results[0].Bits);
    }

    /// <summary>Runs an in-place operator on <paramref name="self"/>, which is also the result, as the package has it.</summary>
    internal static torch.Tensor InPlace(torch.Tensor self, string name, params ReadOnlySpan<Argument> arguments)
    {
        foreach (var result in Call(name, arguments)) NativeTorch.lw_free((nint)result.Bits);
        return self;
    }

    /// <summary>All results, each in a new wrapper; one that libtorch left undefined is an invalid tensor.</summary>
    internal static torch.Tensor[] Many(string name, params ReadOnlySpan<Argument> arguments) => Wrap(Call(name, arguments));

    /// <summary>Runs an operator that has no results or whose results nobody needs.</summary>
    internal static void Run(string name, params ReadOnlySpan<Argument> arguments)
    {
        foreach (var result in Call(name, arguments))
            if (result.Kind == ValueKind.Tensor) NativeTorch.lw_free((nint)result.Bits);
    }

    /// <summary>The only result of an operator that returns a bool.</summary>
    internal static bool Truth(string name, params ReadOnlySpan<Argument> arguments) => Call(name, arguments)[0].Bits != 0;

    internal static torch.Tensor[] Wrap(ReadOnlySpan<NativeValue> results)
    {
        var tensors = new torch.Tensor[results.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor((nint)results[i].Bits);
        return tensors;
    }

    private static ReadOnlySpan<NativeValue> Call(string name, ReadOnlySpan<Argument> arguments)
    {
        var elements = 0;
        foreach (ref readonly var argument in arguments)
            if (argument.Object is Array list) elements += list.Length;
        if (t_elements is null || t_elements.Length < elements)
            t_elements = GC.AllocateUninitializedArray<long>(Math.Max(256, elements * 2), pinned: true);

        var values = stackalloc NativeValue[arguments.Length];
        fixed (long* start = t_elements)
        {
            var next = start;
            for (var i = 0; i < arguments.Length; i++) values[i] = Lay(in arguments[i], ref next);
            NativeTorch.Check(NativeTorch.lw_call(Find(name), values, arguments.Length, out var results, out var count));
            foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Object);
            return new ReadOnlySpan<NativeValue>(results, count);
        }
    }

    private static NativeValue Lay(in Argument argument, ref long* next)
    {
        var value = new NativeValue { Kind = argument.Kind, Count = argument.Count, Bits = argument.Bits };
        switch (argument.Object)
        {
            case torch.Tensor tensor:
                value.Bits = tensor.Handle;
                break;
            case long[] or double[]:
                value.Bits = (long)next;
                if (argument.Object is long[] integers) integers.CopyTo(new Span<long>(next, integers.Length));
                else ((double[])argument.Object).CopyTo(new Span<double>(next, ((double[])argument.Object).Length));
                next += ((Array)argument.Object).Length;
                break;
            case torch.Tensor?[] tensors:
                value.Bits = (long)next;
                foreach (var tensor in tensors) *next++ = tensor is null ? 0 : tensor.Handle;
                break;
        }
        return value;
    }

    private static nint Find(string name) => Known.TryGetValue(name, out var op) ? op : Known.GetOrAdd(name, static full =>
    {
        var dot = full.IndexOf('.', StringComparison.Ordinal);
        NativeTorch.Check(NativeTorch.lw_operator(dot < 0 ? full : full[..dot], dot < 0 ? "" : full[(dot + 1)..], out var found));
        return found;
    });
}
