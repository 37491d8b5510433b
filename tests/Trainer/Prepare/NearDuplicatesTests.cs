using LatentWalk.Trainer.Prepare;
using LatentWalk.Trainer.Prepare.Measures;
using Xunit;

namespace LatentWalk.Trainer.Tests.Prepare;

/// <summary>The quick search finds what comparing every picture with every other finds.</summary>
public sealed class NearDuplicatesTests
{
    private const double Largest = 20;

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(50)]
    public void The_search_by_index_and_sketch_finds_the_twins_that_comparing_all_finds(int size)
    {
        var random = new Random(size);
        byte[][] squares = [.. Enumerable.Range(0, 300).Select(_ => new byte[4 * size * size])];
        for (int i = 0; i < squares.Length; i++)
        {
            // Every third is an earlier one, a little or much changed.
            if (i % 3 == 2)
            {
                int amount = random.Next(1, 40);
                int shift = random.Next(-12, 12);
                byte[] old = squares[random.Next(i)];
                squares[i] = [.. old.Select(level => (byte)Math.Clamp(level + shift + random.Next(-amount, amount + 1), 0, 255))];
            }
            else
            {
                Blocks(random, squares[i], size);
            }
        }

        // Of few hashes, so that many pictures are proposed that are not one.
        PictureScores[] scores = [.. squares.Select((square, i) => new PictureScores
        {
            Width = 100, Height = 100, Slot = i, TwinOf = -1, Hash = PerceptualHash.Of(square, size) & 0xFF000FF00FFul, Coarse = CoarseParts.Of(square, size),
        })];
        int[] expected = ByComparingAll(scores, squares, size);
        new NearDuplicates(size, Largest, (slot, into) => squares[slot].CopyTo(into, 0)).Mark(scores, scores.Length);

        Assert.Equal(expected, scores.Select(s => s.TwinOf));
        Assert.InRange(expected.Count(twin => twin >= 0), 20, 150);
    }

    [Fact]
    public void A_sketch_never_says_that_pictures_differ_by_more_than_they_do()
    {
        var random = new Random(7);
        var squares = new byte[60][];
        for (int i = 0; i < squares.Length; i++)
        {
            Blocks(random, squares[i] = new byte[4 * 32 * 32], 32);
            if (i % 2 == 1)
            {
                squares[i] = [.. squares[i - 1].Select(level => (byte)Math.Clamp(level + random.Next(-30, 31), 0, 255))];
            }
        }

        bool tells = false;
        for (int a = 0; a < squares.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                float least = CoarseParts.LeastDifference(CoarseParts.Of(squares[a], 32), CoarseParts.Of(squares[b], 32));
                Assert.InRange(least, 0, NearDuplicates.Difference(squares[a], squares[b], 32));
                tells |= least > Largest;
            }
        }

        Assert.True(tells);
    }

    [Fact]
    public void Hashes_are_found_by_all_that_differ_in_up_to_seven_bits_and_by_no_others()
    {
        var random = new Random(3);
        var index = new HashIndex(2000);
        ulong[] hashes = [.. Enumerable.Range(0, 2000).Select(i => i < 1000 ? (ulong)random.NextInt64() : 0)];
        for (int i = 1000; i < hashes.Length; i++)
        {
            hashes[i] = hashes[i - 1000];
            for (int flips = i % 12; flips > 0; flips--)
            {
                hashes[i] ^= 1UL << random.Next(64);
            }
        }

        foreach (ulong hash in hashes)
        {
            index.Add(hash);
        }

        for (int i = 0; i < 200; i++)
        {
            var found = new SortedSet<int>();
            index.Find(hashes[i], (entry, bits) =>
            {
                Assert.Equal(PerceptualHash.Distance(hashes[i], hashes[entry]), bits);
                found.Add(entry);
            });
            Assert.Equal(Enumerable.Range(0, hashes.Length).Where(other => PerceptualHash.Distance(hashes[i], hashes[other]) <= 7), found);
        }
    }

    private static int[] ByComparingAll(PictureScores[] scores, byte[][] squares, int size)
    {
        int[] twins = new int[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            twins[i] = Enumerable.Range(0, i).Where(other => twins[other] < 0)
                .Select(other => (Bits: PerceptualHash.Distance(scores[i].Hash, scores[other].Hash), Other: other))
                .Where(pair => pair.Bits <= 7 && NearDuplicates.Difference(squares[i], squares[pair.Other], size) <= Largest)
                .OrderBy(pair => pair).Select(pair => pair.Other).DefaultIfEmpty(-1).First();
        }

        return twins;
    }

    // A few rectangles of plain colours, as drawings have.
    private static void Blocks(Random random, byte[] square, int size)
    {
        for (int block = 0; block < 6; block++)
        {
            (int left, int top) = block == 0 ? (0, 0) : (random.Next(size), random.Next(size));
            (byte r, byte g, byte b) = ((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            for (int y = top; y < (block == 0 ? size : Math.Min(size, top + (size / 3))); y++)
            {
                for (int x = left; x < (block == 0 ? size : Math.Min(size, left + (size / 3))); x++)
                {
                    int at = 4 * ((y * size) + x);
                    (square[at], square[at + 1], square[at + 2], square[at + 3]) = (r, g, b, 255);
                }
            }
        }
    }
}
