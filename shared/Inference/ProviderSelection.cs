using System.Runtime.ExceptionServices;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>Finds the first provider that runs a model and agrees with the CPU about it.</summary>
internal static class ProviderSelection
{
    /// <param name="bytes">The model, already checked.</param>
    /// <param name="summary">What the check saw.</param>
    /// <param name="metadata">The file's own, if any.</param>
    /// <param name="path">For messages.</param>
    /// <param name="settings">Which provider, how many threads.</param>
    /// <param name="attempts">Receives each attempt, in order; the accepted one is last.</param>
    public static (GeneratorRunner Runner, GeneratorSignature Signature, ImageForm Form, int? FixedBatch) Choose(
        byte[] bytes, OnnxSummary summary, GeneratorMetadata? metadata, string path, InferenceSettings settings, List<ProviderAttempt> attempts)
    {
        // What is no generator never comes as far as ONNX Runtime.
        var signature = GeneratorSignature.Find(summary, path);

        // The CPU comes first in time though last in order: it says whether the file is at fault, and is what the others are held against.
        var session = ExecutionProvider.Cpu.TryOpen(bytes, path, settings, out _)!;
        GeneratorRunner? cpu = null;
        try
        {
            var (form, fixedBatch) = new GeneratorProbe(session, signature, summary, path).Run(metadata);
            cpu = new GeneratorRunner(session, signature, form, fixedBatch, hasOwnMemory: false, path);
            ProviderCheck? check = null;
            foreach (var provider in settings.Candidates ?? ExecutionProvider.All)
            {
                bool wanted = settings.Provider == ProviderChoice.Auto || settings.Provider == provider.Choice;
                if (provider == ExecutionProvider.Cpu || !wanted)
                {
                    continue;
                }

                if (!provider.IsInBuild)
                {
                    attempts.Add(new ProviderAttempt(provider.Name, false, ExecutionProvider.NotInBuild));
                    continue;
                }

                var runner = Try(provider, check ??= new ProviderCheck(cpu, signature, form), bytes, path, settings, signature, form, fixedBatch, out string reason);
                attempts.Add(new ProviderAttempt(provider.Name, runner is not null, reason));
                if (runner is not null)
                {
                    cpu.Dispose();
                    return (runner, signature, form, fixedBatch);
                }
            }

            if (settings.Provider is not (ProviderChoice.Auto or ProviderChoice.Cpu))
            {
                var refused = attempts[^1];
                throw new DeviceException($"{refused.Name} was asked for but cannot run {path}: {refused.Reason}. Leave the provider at 'auto' to use what is there.");
            }

            int threads = settings.Threads > 0 ? settings.Threads : PhysicalCores.Count;
            attempts.Add(new ProviderAttempt(ExecutionProvider.Cpu.Name, true, threads == 1 ? "1 thread" : $"{threads} threads"));
            return (cpu, signature, form, fixedBatch);
        }
        catch
        {
            (cpu ?? (IDisposable)session).Dispose();
            throw;
        }
    }

    // On a thread of its own: a driver that hangs must not take the opening with it. Such a thread is left behind.
    private static GeneratorRunner? Try(
        ExecutionProvider provider, ProviderCheck check, byte[] bytes, string path, InferenceSettings settings,
        GeneratorSignature signature, ImageForm form, int? fixedBatch, out string reason)
    {
        GeneratorRunner? runner = null;
        string answer = "";
        Exception? unexpected = null;
        int arrived = 0;    // 1: the thread came first, 2: this one gave up first
        var thread = new Thread(() =>
        {
            try
            {
                runner = TryHere(provider, check, bytes, path, settings, signature, form, fixedBatch, out answer);
            }
            catch (Exception error)    // thrown again below, on the thread that asked
            {
                unexpected = error;
            }

            if (Interlocked.CompareExchange(ref arrived, 1, 0) == 2)
            {
                runner?.Dispose();    // nobody waits any more
            }
        })
        { Name = provider.Name, IsBackground = true };
        thread.Start();
        if (!thread.Join(settings.ProviderPatience) && Interlocked.CompareExchange(ref arrived, 2, 0) == 0)
        {
            reason = $"it did not answer for {settings.ProviderPatience.TotalSeconds:0.#} s";
            return null;
        }

        thread.Join();
        if (unexpected is not null)
        {
            ExceptionDispatchInfo.Throw(unexpected);
        }

        reason = answer;
        return runner;
    }

    private static GeneratorRunner? TryHere(
        ExecutionProvider provider, ProviderCheck check, byte[] bytes, string path, InferenceSettings settings,
        GeneratorSignature signature, ImageForm form, int? fixedBatch, out string reason)
    {
        var session = provider.TryOpen(bytes, path, settings, out reason);
        if (session is null)
        {
            return null;
        }

        var runner = new GeneratorRunner(session, signature, form, fixedBatch, hasOwnMemory: true, path);
        string? problem;
        try
        {
            problem = check.Compare(runner);
        }
        catch (DeviceException error)
        {
            problem = error.Message.TrimEnd('.');
        }

        if (problem is not null)
        {
            runner.Dispose();
            reason = problem;
            return null;
        }

        reason = "its pictures agree with the CPU's";
        return runner;
    }
}
