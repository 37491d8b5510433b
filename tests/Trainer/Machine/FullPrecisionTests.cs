using LatentWalk.Trainer.Machine;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Machine;

public sealed class FullPrecisionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_rounded_to_TF32_while_it_lives_and_all_is_as_before_after_it(bool before)
    {
        bool usual = backends.cudnn.allow_tf32;
        backends.cudnn.allow_tf32 = before;
        try
        {
            using (new FullPrecision())
            {
                Assert.False(backends.cudnn.allow_tf32);
            }

            Assert.Equal(before, backends.cudnn.allow_tf32);
        }
        finally
        {
            backends.cudnn.allow_tf32 = usual;
        }
    }
}
