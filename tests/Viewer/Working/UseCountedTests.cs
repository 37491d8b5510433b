using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

public sealed class UseCountedTests
{
    [Fact]
    public void Closing_what_nobody_uses_disposes_it_once_and_nobody_enters_any_more()
    {
        Thing thing = new();
        UseCounted<Thing> held = new(thing);
        Assert.True(held.TryEnter());
        held.Leave();
        Assert.Equal(0, thing.Disposed);
        held.Close();
        held.Close();
        Assert.Equal(1, thing.Disposed);
        Assert.False(held.TryEnter());
    }

    [Fact]
    public void What_is_in_use_is_disposed_by_its_user_when_it_leaves()
    {
        Thing thing = new();
        UseCounted<Thing> held = new(thing);
        Assert.True(held.TryEnter());
        Assert.True(held.TryEnter());
        held.Close();
        held.Leave();
        Assert.Equal(0, thing.Disposed);
        held.Leave();
        Assert.Equal(1, thing.Disposed);
    }

    [Fact]
    public void Users_and_a_closer_on_many_threads_never_see_it_disposed_and_dispose_it_once()
    {
        for (int round = 0; round < 200; round++)
        {
            Thing thing = new();
            UseCounted<Thing> held = new(thing);
            bool sound = true;
            Parallel.For(0, 8, user =>
            {
                if (user == 4)
                {
                    held.Close();
                }

                for (int i = 0; i < 20 && held.TryEnter(); i++)
                {
                    sound &= thing.Disposed == 0;
                    held.Leave();
                }
            });
            Assert.True(sound);
            Assert.Equal(1, thing.Disposed);
        }
    }

    private sealed class Thing : IDisposable
    {
        private int disposed;

        public int Disposed => Volatile.Read(ref disposed);

        public void Dispose() => Interlocked.Increment(ref disposed);
    }
}
