namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>How a kernel moves over the pictures of a convolution or pool: one entry a spatial dimension.</summary>
internal sealed class Windows
{
    private readonly SizedNode _node;
    private readonly long[] _sides, _strides, _dilations, _pads;
    private readonly string _auto;

    private Windows(SizedNode node, GraphValue x, long[] kernel)
    {
        _node = node;
        Kernel = kernel;
        _sides = x.Dims[2..];
        int count = _sides.Length;
        _strides = node.Integers("strides") ?? Ones(count);
        _dilations = node.Integers("dilations") ?? Ones(count);
        _pads = node.Integers("pads") ?? new long[2 * count];
        _auto = node.Text("auto_pad", "NOTSET");
        node.Require(
            kernel.Length == count && _strides.Length == count && _dilations.Length == count && _pads.Length == 2 * count
                && kernel.Concat(_strides).Concat(_dilations).All(size => size >= 1) && _pads.All(pad => pad >= 0),
            $"has kernel [{string.Join(", ", kernel)}], strides [{string.Join(", ", _strides)}], dilations [{string.Join(", ", _dilations)}] and pads [{string.Join(", ", _pads)}] for {x.Shape}");
        node.Require(_auto is "NOTSET" or "VALID" or "SAME_UPPER" or "SAME_LOWER", $"pads '{_auto}'");
    }

    public long[] Kernel { get; }

    public static Windows Of(SizedNode node, GraphValue x, ReadOnlySpan<long> kernel)
    {
        node.Require(x.Rank is >= 3 and <= 5, $"moves over {x.Shape}");
        long[]? declared = node.Integers("kernel_shape");
        node.Require(declared is null || kernel.SequenceEqual(declared), $"declares kernel [{string.Join(", ", declared ?? [])}] for weights of [{string.Join(", ", kernel.ToArray())}]");
        return new Windows(node, x, kernel.ToArray());
    }

    /// <summary>The sides that a convolution or pool makes.</summary>
    public long[] Shrunk(bool roundUp = false) => Each(i =>
    {
        if (_auto.StartsWith("SAME", StringComparison.Ordinal))
        {
            return (_sides[i] + _strides[i] - 1) / _strides[i];
        }

        long pads = _auto == "VALID" ? 0 : _pads[i] + _pads[i + _sides.Length];
        long room = _sides[i] + pads - Extent(i);
        _node.Require(room >= 0, $"moves a kernel of {Extent(i)} over a side of {_sides[i] + pads}");
        return ((room + (roundUp ? _strides[i] - 1 : 0)) / _strides[i]) + 1;
    });

    /// <summary>The sides that a transposed convolution makes.</summary>
    public long[] Grown()
    {
        long[] more = _node.Integers("output_padding") ?? new long[_sides.Length];
        long[]? wanted = _node.Integers("output_shape");
        _node.Require(more.Length == _sides.Length && more.All(size => size >= 0), $"has output_padding [{string.Join(", ", more)}]");
        return Each(i =>
        {
            long full = (_strides[i] * (_sides[i] - 1)) + more[i] + Extent(i);
            long side = wanted is { Length: > 0 } ? wanted[wanted.Length - _sides.Length + i]
                : _auto.StartsWith("SAME", StringComparison.Ordinal) ? _sides[i] * _strides[i]
                : full - (_auto == "VALID" ? 0 : _pads[i] + _pads[i + _sides.Length]);
            _node.Require(side >= 1 && side <= full + Extent(i) + _strides[i], $"makes a side of {side} of one of {_sides[i]}");
            return side;
        });
    }

    private long Extent(int i) => ((Kernel[i] - 1) * _dilations[i]) + 1;

    private long[] Each(Func<int, long> side) => [.. Enumerable.Range(0, _sides.Length).Select(side)];

    private static long[] Ones(int count) => [.. Enumerable.Repeat(1L, count)];
}
