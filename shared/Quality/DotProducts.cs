using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LatentWalk.Quality;

/// <summary>All dot products of the rows of two matrices, a block at a time: what distances and kernels are made of.</summary>
/// <remarks>
/// Four rows by four at once, so that a value that was loaded is used four times. Every sum is taken in the same order whatever the
/// threads, over sixteen lanes whatever the processor, so results are the same to the bit.
/// </remarks>
internal static class DotProducts
{
    private const int Tile = 4;
    private const int RowBlock = 32;
    private const int ColumnBlock = 128;

    /// <param name="row">Of the first matrix.</param>
    /// <param name="firstColumn">Row of the second matrix that the first product is with.</param>
    /// <param name="products">With this row and those that follow it.</param>
    public delegate void Visitor(int row, int firstColumn, ReadOnlySpan<float> products);

    /// <summary>Tells the products of each row of <paramref name="a"/>, from the first row of <paramref name="b"/> on. Rows come from several threads, each row from one.</summary>
    public static void Visit(RowMatrix a, RowMatrix b, ParallelOptions threads, Visitor visitor)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Width, b.Width);
        int blocks = (a.Rows + RowBlock - 1) / RowBlock;
        Parallel.For(0, blocks, threads, () => new float[RowBlock * ColumnBlock], (block, _, products) =>
        {
            int first = block * RowBlock, rows = Math.Min(RowBlock, a.Rows - first);
            for (int column = 0; column < b.Rows; column += ColumnBlock)
            {
                int columns = Math.Min(ColumnBlock, b.Rows - column);
                Multiply(a.Padded(first, rows), rows, b.Padded(column, columns), columns, a.Stride, products);
                for (int row = 0; row < rows; row++)
                {
                    visitor(first + row, column, products.AsSpan(row * columns, columns));
                }
            }

            return products;
        }, _ => { });
    }

    /// <param name="a">[rows, stride].</param>
    /// <param name="rows">At least 1.</param>
    /// <param name="b">[columns, stride].</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="stride">A multiple of 16.</param>
    /// <param name="products">[rows, columns], filled.</param>
    public static void Multiply(ReadOnlySpan<float> a, int rows, ReadOnlySpan<float> b, int columns, int stride, Span<float> products)
    {
        int wholeRows = rows / Tile * Tile, wholeColumns = columns / Tile * Tile;
        for (int j = 0; j < wholeColumns; j += Tile)
        {
            for (int i = 0; i < wholeRows; i += Tile)
            {
                Square(a.Slice(i * stride, Tile * stride), b.Slice(j * stride, Tile * stride), stride, products[((i * columns) + j)..], columns);
            }
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = i < wholeRows ? wholeColumns : 0; j < columns; j++)
            {
                products[(i * columns) + j] = One(a.Slice(i * stride, stride), b.Slice(j * stride, stride));
            }
        }
    }

    private static float One(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = Vector512<float>.Zero;
        for (int k = 0; k < x.Length; k += Vector512<float>.Count)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(x.Slice(k, 16)), Vector512.Create(y.Slice(k, 16)), sum);
        }

        return Vector512.Sum(sum);
    }

    private static void Square(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int stride, Span<float> products, int columns)
    {
        ref float x = ref MemoryMarshal.GetReference(a);
        ref float y = ref MemoryMarshal.GetReference(b);
        Vector512<float> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default,
            s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (nuint k = 0; k < (nuint)stride; k += 16)
        {
            var b0 = Vector512.LoadUnsafe(ref y, k);
            var b1 = Vector512.LoadUnsafe(ref y, k + (nuint)stride);
            var b2 = Vector512.LoadUnsafe(ref y, k + (2 * (nuint)stride));
            var b3 = Vector512.LoadUnsafe(ref y, k + (3 * (nuint)stride));
            var row = Vector512.LoadUnsafe(ref x, k);
            s00 = Vector512.FusedMultiplyAdd(row, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(row, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(row, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(row, b3, s03);
            row = Vector512.LoadUnsafe(ref x, k + (nuint)stride);
            s10 = Vector512.FusedMultiplyAdd(row, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(row, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(row, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(row, b3, s13);
            row = Vector512.LoadUnsafe(ref x, k + (2 * (nuint)stride));
            s20 = Vector512.FusedMultiplyAdd(row, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(row, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(row, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(row, b3, s23);
            row = Vector512.LoadUnsafe(ref x, k + (3 * (nuint)stride));
            s30 = Vector512.FusedMultiplyAdd(row, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(row, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(row, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(row, b3, s33);
        }

        Store(products, s00, s01, s02, s03);
        Store(products[columns..], s10, s11, s12, s13);
        Store(products[(2 * columns)..], s20, s21, s22, s23);
        Store(products[(3 * columns)..], s30, s31, s32, s33);
    }

    private static void Store(Span<float> products, Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, Vector512<float> s3)
    {
        products[3] = Vector512.Sum(s3);
        products[2] = Vector512.Sum(s2);
        products[1] = Vector512.Sum(s1);
        products[0] = Vector512.Sum(s0);
    }
}
