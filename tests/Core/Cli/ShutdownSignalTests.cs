using System.Diagnostics;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Cli;

[Collection("standard error")]
public class ShutdownSignalTests
{
    [LinuxFact]
    public void A_request_to_end_cancels_the_work_and_names_its_exit_code()
    {
        using var signal = new ShutdownSignal();
        Assert.Null(signal.Received);
        signal.ThrowIfReceived();

        using (Process kill = Process.Start("kill", ["-TERM", $"{Environment.ProcessId}"])!)
        {
            kill.WaitForExit();
        }

        Assert.True(signal.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(20)));
        Assert.Equal(ExitCode.Terminated, signal.Received);
        Assert.Equal(ExitCode.Terminated, Assert.Throws<InterruptedException>(() => signal.ThrowIfReceived()).ExitCode);
    }
}
