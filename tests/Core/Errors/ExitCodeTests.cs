using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Errors;

public class ExitCodeTests
{
    [Fact]
    public void Every_kind_of_error_has_a_code_of_its_own()
    {
        LatentWalkException[] errors = [new UsageException("m"), new BadDataException("m"), new BadModelException("m"), new DiskException("m"), new DeviceException("m"), new DivergedException("m")];
        Assert.Equal([2, 3, 4, 5, 6, 7], errors.Select(e => (int)e.ExitCode));
    }

    [Fact]
    public void The_reason_behind_an_error_is_kept()
    {
        var inner = new IOException("x");
        Assert.Same(inner, new DiskException("m", inner).InnerException);
    }
}
