using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Separable resampling in premultiplied float: across, then down; only the part that lands on the canvas.</summary>
internal static class Resampling
{
    public static Rgba32[] Apply(Rgba32[] source, Size from, Size canvas, Rectangle target, IResampler sampler, Rgba32 fill)
    {
        if (from == canvas && target == new Rectangle(0, 0, from.Width, from.Height))
        {
            return (Rgba32[])source.Clone();
        }

        (int left, int right) = (Math.Max(0, target.X), Math.Min(canvas.Width, target.Right));
        (int top, int bottom) = (Math.Max(0, target.Y), Math.Min(canvas.Height, target.Bottom));
        (int Start, float[] Weights)[] across = KernelMap.Of(from.Width, target.Width, left - target.X, right - target.X, sampler);
        (int Start, float[] Weights)[] down = KernelMap.Of(from.Height, target.Height, top - target.Y, bottom - target.Y, sampler);

        int firstRow = down[0].Start;
        int lastRow = down[^1].Start + down[^1].Weights.Length;
        Vector4[] rows = ArrayPool<Vector4>.Shared.Rent((lastRow - firstRow) * across.Length);
        Across(source, from.Width, firstRow, lastRow, across, rows);

        Rgba32[] result = new Rgba32[canvas.Width * canvas.Height];
        if (target.Width < canvas.Width || target.Height < canvas.Height)
        {
            Array.Fill(result, fill);
        }

        Vector4[] sums = new Vector4[across.Length];
        for (int y = 0; y < down.Length; y++)
        {
            Array.Clear(sums);
            (int start, float[] weights) = down[y];
            for (int k = 0; k < weights.Length; k++)
            {
                ReadOnlySpan<Vector4> row = rows.AsSpan((start - firstRow + k) * across.Length, across.Length);
                AddWeighted(MemoryMarshal.Cast<Vector4, float>(row), weights[k], MemoryMarshal.Cast<Vector4, float>(sums.AsSpan()));
            }

            Store(sums, result.AsSpan(((top + y) * canvas.Width) + left, across.Length));
        }

        ArrayPool<Vector4>.Shared.Return(rows);
        return result;
    }

    private static void Across(Rgba32[] source, int width, int firstRow, int lastRow, (int Start, float[] Weights)[] kernels, Vector4[] result)
    {
        Vector4[] row = new Vector4[width];
        for (int y = firstRow; y < lastRow; y++)
        {
            Premultiply(source.AsSpan(y * width, width), row);
            Span<Vector4> target = result.AsSpan((y - firstRow) * kernels.Length, kernels.Length);
            for (int x = 0; x < kernels.Length; x++)
            {
                (int start, float[] weights) = kernels[x];
                ReadOnlySpan<Vector4> taps = row.AsSpan(start, weights.Length);
                Vector4 sum = Vector4.Zero;
                for (int k = 0; k < taps.Length; k++)
                {
                    sum += taps[k] * weights[k];
                }

                target[x] = sum;
            }
        }
    }

    private static void AddWeighted(ReadOnlySpan<float> row, float weight, Span<float> sums)
    {
        Vector<float> weights = new(weight);
        int i = 0;
        for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + (new Vector<float>(row[i..]) * weights)).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += row[i] * weight;
        }
    }

    private static void Premultiply(ReadOnlySpan<Rgba32> source, Span<Vector4> result)
    {
        for (int i = 0; i < source.Length; i++)
        {
            Rgba32 pixel = source[i];
            if (pixel.A == 255)
            {
                Vector128<uint> levels = Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.BitCast<Rgba32, uint>(pixel)).AsByte()));
                result[i] = Vector128.ConvertToSingle(levels.AsInt32()).AsVector4();
                continue;
            }

            result[i] = new Vector4(pixel.R, pixel.G, pixel.B, 255) * (pixel.A / 255F);
        }
    }

    private static void Store(ReadOnlySpan<Vector4> source, Span<Rgba32> result)
    {
        Vector4 most = new(255);
        for (int i = 0; i < source.Length; i++)
        {
            Vector4 value = source[i];
            float alpha = value.W;
            if (alpha > 0 && alpha != 255)
            {
                value *= 255 / alpha;
                value.W = alpha;
            }

            value = Vector4.Clamp(value + new Vector4(0.5F), Vector4.Zero, most);
            result[i] = new Rgba32((byte)value.X, (byte)value.Y, (byte)value.Z, (byte)value.W);
        }
    }
}
