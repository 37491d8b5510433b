using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Tests.Randomness;

public class PhiloxTests
{
    // The known-answer vectors that the authors of Philox publish for philox4x32 with ten rounds.
    [Theory]
    [InlineData(0x00000000_00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff_ffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0_a4093822, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Blocks_are_the_published_ones(ulong key, uint c0, uint c1, uint c2, uint c3, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox.Block(key, c0, c1, c2, c3));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(21)]
    public void Filling_takes_the_words_of_consecutive_blocks(int count)
    {
        var words = new uint[count];
        Philox.Fill(42, 7, 1, 2, 3, words);

        for (int i = 0; i < count; i++)
        {
            var (x0, x1, x2, x3) = Philox.Block(42, 7 + ((uint)i / 4), 1, 2, 3);
            Assert.Equal(new[] { x0, x1, x2, x3 }[i % 4], words[i]);
        }
    }
}
