using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;

namespace LatentWalk.Cli;

/// <summary>
/// Ctrl-C and the system's request to end, as a cancellation token: the first asks the work to stop and save, a second
/// one ends the process at once. Works on Windows too (Ctrl-C, closing the console).
/// </summary>
public sealed class ShutdownSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _received;

    public ShutdownSignal()
    {
        Register(PosixSignal.SIGINT, ExitCode.Interrupted);
        Register(PosixSignal.SIGTERM, ExitCode.Terminated);
        Register(PosixSignal.SIGHUP, ExitCode.Terminated);
    }

    public CancellationToken Token => _source.Token;

    /// <summary><see cref="ExitCode.Interrupted"/> or <see cref="ExitCode.Terminated"/> once asked; null before.</summary>
    public ExitCode? Received => Volatile.Read(ref _received) is var code and not 0 ? (ExitCode)code : null;

    /// <summary>Ends the work with the right exit code once asked to; nothing before.</summary>
    public void ThrowIfReceived(string message = "stopped before the work was done.")
    {
        if (Received is { } code)
        {
            throw new InterruptedException(code, message);
        }
    }

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _source.Dispose();
    }

    private void Register(PosixSignal signal, ExitCode code) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context => Handle(context, code)));

    private void Handle(PosixSignalContext context, ExitCode code)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _received, (int)code, 0) != 0)
        {
            Environment.Exit((int)code);
        }

        // Cancelling runs the callbacks of whoever listens; one that throws must not take the signal thread down.
        try
        {
            _source.Cancel();
        }
        catch (Exception error) when (error is AggregateException or ObjectDisposedException)
        {
            Talk.Warn($"while stopping: {error.Message}");
        }
    }
}
