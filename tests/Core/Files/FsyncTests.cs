using LatentWalk.Core.Files;

namespace LatentWalk.Core.Tests.Files;

public class FsyncTests
{
    // The null device cannot be synchronised: the system says so, and the runtime's own call keeps it to itself.
    [LinuxFact]
    public void A_failing_fsync_throws_where_the_runtime_stays_silent()
    {
        using var handle = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        var error = Assert.Throws<IOException>(() => Fsync.File(handle));
        Assert.Equal(22, error.HResult);
        Assert.StartsWith("fsync failed: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_folders_are_synchronised()
    {
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder.Inside("a")))
        {
            stream.WriteByte(1);
            stream.Flush();
            Fsync.File(stream.SafeFileHandle);
        }

        Fsync.Directory(folder.Path);
        Fsync.Files(folder.Path);
        Assert.Equal([1], File.ReadAllBytes(folder.Inside("a")));
    }

    [LinuxFact]
    public void A_missing_folder_throws() => Assert.Throws<IOException>(() => Fsync.Directory("/does/not/exist"));
}
