using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

public sealed class MailboxTests
{
    [Fact]
    public void The_newest_letter_wins_and_the_stale_ones_are_dropped()
    {
        Mailbox<StrongBox> box = new(() => new StrongBox());
        for (int i = 1; i <= 5; i++)
        {
            box.Draft.Value = i;
            box.Post();
        }

        Assert.True(box.TryTake(out StrongBox letter));
        Assert.Equal(5, letter.Value);
        Assert.Equal(4, box.Dropped);
        Assert.False(box.TryTake(out _));
    }

    [Fact]
    public void A_letter_in_hand_is_never_written_again_by_the_other_side()
    {
        Mailbox<StrongBox> box = new(() => new StrongBox());
        box.Draft.Value = 1;
        box.Post();
        Assert.True(box.TryTake(out StrongBox held));
        for (int i = 2; i < 50; i++)
        {
            box.Draft.Value = i;
            box.Post();
            Assert.Equal(1, held.Value);
        }
    }

    [Fact]
    public void Two_threads_see_letters_in_order_and_the_last_one_always_arrives()
    {
        const int letters = 20_000;
        Mailbox<StrongBox> box = new(() => new StrongBox());
        int last = 0;
        bool ordered = true;
        Thread reader = new(() =>
        {
            while (last < letters && box.Take(out StrongBox letter, 5000))
            {
                ordered &= letter.Value > last && letter.Value == letter.Copy;
                last = letter.Value;
            }
        });
        reader.Start();
        for (int i = 1; i <= letters; i++)
        {
            box.Draft.Value = i;
            box.Draft.Copy = i;
            box.Post();
        }

        Assert.True(reader.Join(10_000), "the reader never saw the last letter");
        Assert.True(ordered);
        Assert.Equal(letters, last);
    }

    [Fact]
    public void Closing_wakes_a_reader_that_waits()
    {
        Mailbox<StrongBox> box = new(() => new StrongBox());
        bool got = true;
        Thread reader = new(() => got = box.Take(out _));
        reader.Start();
        box.Close();
        Assert.True(reader.Join(5000));
        Assert.False(got);
    }

    private sealed class StrongBox
    {
        public int Value { get; set; }

        public int Copy { get; set; }
    }
}
