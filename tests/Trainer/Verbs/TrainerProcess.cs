using System.Diagnostics;
using System.Text;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>The trainer as the launcher starts it: a process of its own, with real signals and a real exit code.</summary>
internal sealed class TrainerProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _reading;

    private TrainerProcess(string[] arguments, params (string Name, string Value)[] environment)
        : this([], arguments, environment)
    {
    }

    private TrainerProcess(string[] before, string[] arguments, (string Name, string Value)[] environment)
    {
        // Signals are set back to their defaults: a test run started in the background may have been given SIGINT ignored.
        bool unix = !OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(unix ? "env" : "dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] prefix = unix ? ["--default-signal=INT,TERM", .. before, "dotnet"] : [];
        foreach (string argument in (string[])[.. prefix, Path.Combine(AppContext.BaseDirectory, "LatentWalk.Trainer.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = Task.Run(ReadErrors);
    }

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    public string Output => _output.GetAwaiter().GetResult();

    public static TrainerProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs to the end.</summary>
    public static TrainerProcess Run(params string[] arguments)
    {
        var process = Start(arguments);
        process.Wait();
        return process;
    }

    /// <summary>Runs to the end with so much memory of its own that it may write to, as util-linux's prlimit bounds it.</summary>
    public static TrainerProcess RunWithin(long dataBytes, params string[] arguments)
    {
        var process = new TrainerProcess(["prlimit", $"--data={dataBytes}"], arguments, []);
        process.Wait();
        return process;
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="peakBytes">The most memory that was resident.</param>
    /// <param name="mostDataBytes">The most memory of its own that it could write to.</param>
    public static TrainerProcess Run(out long peakBytes, out long mostDataBytes, params string[] arguments)
    {
        var process = Start(arguments);
        (peakBytes, mostDataBytes) = (0, 0);
        while (!process.HasExited)
        {
            mostDataBytes = Math.Max(mostDataBytes, process.StatusBytes("VmData:"));
            peakBytes = Math.Max(peakBytes, process.PeakBytes());
            Thread.Sleep(2);
        }

        process.Wait();
        return process;
    }

    /// <summary>Starts with a variable set in its environment.</summary>
    public static TrainerProcess Start((string Name, string Value) variable, params string[] arguments) => new(arguments, variable);

    public void Wait()
    {
        if (!_process.WaitForExit(s_patience))
        {
            _process.Kill();
            throw new TimeoutException($"The trainer did not end. It said: {Error}");
        }

        _reading.Wait();
    }

    /// <summary>Waits until standard error holds a text.</summary>
    public void WaitFor(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Error.Contains(text, StringComparison.Ordinal))
        {
            if (HasExited || clock.Elapsed > s_patience)
            {
                _reading.Wait();
                Assert(Error.Contains(text, StringComparison.Ordinal), $"The trainer never said '{text}'. It said: {Error}");
                return;
            }

            Thread.Sleep(2);
        }
    }

    /// <summary>The most memory that was resident so far; 0 where the system does not tell, or when it has ended.</summary>
    public long PeakBytes() => StatusBytes("VmHWM:");

    private long StatusBytes(string name)
    {
        try
        {
            string? line = OperatingSystem.IsLinux() ? File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) : null;
            return line is null ? 0 : 1024 * long.Parse(new string([.. line.Where(char.IsAsciiDigit)]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>How much memory of its own Linux lets it have; "unlimited" where it may try to have any.</summary>
    public string DataBound() => File.ReadLines($"/proc/{_process.Id}/limits").First(line => line.StartsWith("Max data size", StringComparison.Ordinal))["Max data size".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];

    /// <summary>Sends a real signal, such as INT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Assert(bool condition, string message) => Xunit.Assert.True(condition, message);

    private void ReadErrors()
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            lock (_error)
            {
                _error.AppendLine(line);
            }
        }
    }
}
