using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LatentWalk.Imaging.Resampling;

/// <summary>
/// Shrinks an opaque picture to a square with Lanczos 3, row by row: each row is scaled across and added to the few output
/// rows that it counts for. The memory is that of these, however large the picture. One thread at a time.
/// </summary>
internal sealed class RowResampler : IDisposable
{
    private readonly Kernels _across;
    private readonly Kernels _down;
    private readonly Placement _at;
    private readonly int _left;
    private readonly int _top;
    private readonly byte[] _rgb;
    private readonly int _size;
    private readonly int _open;
    private readonly float[] _source;
    private readonly float[] _row;
    private readonly float[] _sums;
    private int _y;
    private int _done;

    public RowResampler(int width, int height, int size, Fit fit)
    {
        _size = size;
        _at = Placement.Of(width, height, size, fit);
        (_left, _top) = (Math.Max(0, _at.Left), Math.Max(0, _at.Top));
        _across = Kernels.Of(width, _at.Width, _left - _at.Left, Math.Min(size - _left, _at.Left + _at.Width - _left));
        _down = Kernels.Of(height, _at.Height, _top - _at.Top, Math.Min(size - _top, _at.Top + _at.Height - _top));
        _open = MostOpen(_down);
        _source = ArrayPool<float>.Shared.Rent((4 * width) + Kernels.Lanes);
        _row = ArrayPool<float>.Shared.Rent(4 * _across.Count);
        _sums = ArrayPool<float>.Shared.Rent(4 * _across.Count * _open);
        _sums.AsSpan(0, 4 * _across.Count * _open).Clear();

        // What lies behind the last pixel has the weight 0, and must be a number.
        _source.AsSpan(4 * width, Kernels.Lanes).Clear();
        _rgb = GC.AllocateUninitializedArray<byte>(3 * size * size);
        if (_across.Count < size || _down.Count < size)
        {
            Array.Fill(_rgb, byte.MaxValue);
        }
    }

    /// <summary>The next row of the picture.</summary>
    /// <param name="rgba">uint8 [width, 4], alpha 255.</param>
    public void Add(ReadOnlySpan<byte> rgba)
    {
        if (_y >= _down.First[_done < _down.Count ? _done : ^1] && _done < _down.Count)
        {
            ToFloats(rgba, _source);
            Across(_source, _across, _row);
            int rowFloats = 4 * _across.Count;
            for (int line = _done; line < _down.Count && _down.First[line] <= _y; line++)
            {
                AddWeighted(_row, _down.Weights[line][_y - _down.First[line]], _sums.AsSpan(line % _open * rowFloats, rowFloats));
            }

            while (_done < _down.Count && _down.End(_done) <= _y + 1)
            {
                Span<float> sums = _sums.AsSpan(_done % _open * rowFloats, rowFloats);
                Store(sums, _rgb.AsSpan(3 * (((_top + _done) * _size) + _left), 3 * _across.Count));
                sums.Clear();
                _done++;
            }
        }

        _y++;
    }

    /// <summary>uint8 [size, size, 3], white where the picture does not reach; after the last row.</summary>
    public byte[] Result => _done == _down.Count ? _rgb : throw new InvalidOperationException($"{_y} rows are not the whole picture.");

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_source);
        ArrayPool<float>.Shared.Return(_row);
        ArrayPool<float>.Shared.Return(_sums);
    }

    // How many output rows a source row may count for.
    private static int MostOpen(Kernels down)
    {
        int most = 1;
        int first = 0;
        for (int line = 0; line < down.Count; line++)
        {
            while (down.End(first) <= down.First[line])
            {
                first++;
            }

            most = Math.Max(most, line - first + 1);
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToFloats(ReadOnlySpan<byte> levels, Span<float> floats)
    {
        ref byte from = ref MemoryMarshal.GetReference(levels);
        ref float to = ref MemoryMarshal.GetReference(floats);
        int i = 0;
        for (; i + 16 <= levels.Length; i += 16)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(low);
            (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(high);
            Vector128.ConvertToSingle(a.AsInt32()).StoreUnsafe(ref to, (nuint)i);
            Vector128.ConvertToSingle(b.AsInt32()).StoreUnsafe(ref to, (nuint)(i + 4));
            Vector128.ConvertToSingle(c.AsInt32()).StoreUnsafe(ref to, (nuint)(i + 8));
            Vector128.ConvertToSingle(d.AsInt32()).StoreUnsafe(ref to, (nuint)(i + 12));
        }

        for (; i < levels.Length; i++)
        {
            floats[i] = levels[i];
        }
    }

    // Four source pixels side by side, summed crosswise at the end: in this order with vectors of either length, so that a
    // picture is the same on every machine.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Across(float[] source, Kernels kernels, float[] row)
    {
        ref float from = ref MemoryMarshal.GetArrayDataReference(source);
        ref float to = ref MemoryMarshal.GetArrayDataReference(row);
        int[] first = kernels.First;
        float[][] wide = kernels.Wide;
        for (int x = 0; x < first.Length; x++)
        {
            float[] weights = wide[x];
            ref float weight = ref MemoryMarshal.GetArrayDataReference(weights);
            ref float at = ref Unsafe.Add(ref from, 4 * first[x]);
            Vector256<float> both;
            if (Vector512.IsHardwareAccelerated)
            {
                Vector512<float> sum = Vector512<float>.Zero;
                for (int k = 0; k < weights.Length; k += Kernels.Lanes)
                {
                    sum += Vector512.LoadUnsafe(ref at, (nuint)k) * Vector512.LoadUnsafe(ref weight, (nuint)k);
                }

                both = sum.GetLower() + sum.GetUpper();
            }
            else
            {
                Vector256<float> even = Vector256<float>.Zero;
                Vector256<float> odd = Vector256<float>.Zero;
                for (int k = 0; k < weights.Length; k += Kernels.Lanes)
                {
                    even += Vector256.LoadUnsafe(ref at, (nuint)k) * Vector256.LoadUnsafe(ref weight, (nuint)k);
                    odd += Vector256.LoadUnsafe(ref at, (nuint)(k + 8)) * Vector256.LoadUnsafe(ref weight, (nuint)(k + 8));
                }

                both = even + odd;
            }

            (both.GetLower() + both.GetUpper()).StoreUnsafe(ref to, (nuint)(4 * x));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWeighted(float[] row, float weight, Span<float> sums)
    {
        ref float from = ref MemoryMarshal.GetArrayDataReference(row);
        ref float to = ref MemoryMarshal.GetReference(sums);
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + Vector512<float>.Count <= sums.Length; i += Vector512<float>.Count)
            {
                (Vector512.LoadUnsafe(ref to, (nuint)i) + (Vector512.LoadUnsafe(ref from, (nuint)i) * weight)).StoreUnsafe(ref to, (nuint)i);
            }
        }

        for (; i + Vector256<float>.Count <= sums.Length; i += Vector256<float>.Count)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (Vector256.LoadUnsafe(ref from, (nuint)i) * weight)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += row[i] * weight;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Store(ReadOnlySpan<float> sums, Span<byte> rgb)
    {
        for (int i = 0, to = 0; i < sums.Length; i += 4, to += 3)
        {
            Vector128<float> level = Vector128.Clamp(Vector128.Create(sums.Slice(i, 4)) + Vector128.Create(0.5f), Vector128<float>.Zero, Vector128.Create(255f));
            Vector128<int> whole = Vector128.ConvertToInt32(level);
            rgb[to] = (byte)whole.GetElement(0);
            rgb[to + 1] = (byte)whole.GetElement(1);
            rgb[to + 2] = (byte)whole.GetElement(2);
        }
    }
}
