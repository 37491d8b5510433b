using LatentWalk.Core.Files;

namespace LatentWalk.Core.Tests.Files;

public class DiskErrorsTests
{
    [Fact]
    public void Each_reason_has_its_next_step()
    {
        Assert.EndsWith("Check that you may write there, or choose another folder.", DiskErrors.Wrap("write", "p", new UnauthorizedAccessException("no.")).Message, StringComparison.Ordinal);
        Assert.Equal("cannot read 'p': gone. Check the path and the device, then run the same command again.", DiskErrors.Wrap("read", "p", new IOException("gone.")).Message);
        Assert.Equal("cannot write 'p': the disk is full. Free some space or choose another folder, then run the same command again.", DiskErrors.Wrap("write", "p", new IOException("x", unchecked((int)0x80070070))).Message);
    }

    [LinuxFact]
    public void Writing_to_a_full_device_is_a_full_disk()
    {
        IOException error = Assert.ThrowsAny<IOException>(() =>
        {
            using FileStream stream = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            stream.Write(new byte[10]);
        });
        Assert.Contains("the disk is full", DiskErrors.Wrap("write", "/dev/full", error).Message, StringComparison.Ordinal);
    }
}
