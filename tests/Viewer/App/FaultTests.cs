using System.Collections.Concurrent;
using System.Diagnostics;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Tests.Graphics;
using LatentWalk.Viewer.Tests.Input;
using LatentWalk.Viewer.Tests.Working;
using LatentWalk.Walking;
using Silk.NET.Input;
using Silk.NET.OpenGL;
using Xunit.Abstractions;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>
/// Two hundred faults, in an order drawn from a seed, under one walk: after each the session lives, a sentence says what
/// happened, the flight goes on, and every picture saved before is still there and readable.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int Faults = 200;
    private const int SaveEvery = 10;
    private const double Frame = 1.0 / 60;
    private const double Patience = 10;
    private const int TicksPerDrawing = 4;

    private readonly TempFolder temp = new();
    private readonly IHeadlessContext context = HeadlessContext.Open();
    private readonly ITestOutputHelper output;
    private readonly FullDisk? disk;
    private readonly WalkSession session;
    private readonly Dictionary<string, byte[]> kept = [];
    private readonly string generator;
    private readonly LastingScene scene;
    private OffscreenTarget target;
    private int ticks;
    private readonly ConcurrentDictionary<GeneratorSource, FaultyEngine> engines = new();

    public FaultTests(ITestOutputHelper output)
    {
        this.output = output;
        disk = FullDisk.TryMount(temp["out"]);
        target = new OffscreenTarget(context.Gl, 160, 120);
        scene = new LastingScene(context.Gl, showTimings: false);
        generator = temp["walked.onnx"];
        TestGenerator.Write(generator);
        SessionSettings settings = new() { OutFolder = temp["out"], WalkSeed = 1, OpenSource = OpenFaulty };
        session = new WalkSession(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
    }

    public void Dispose()
    {
        session.Dispose();
        scene.Dispose();
        target.Dispose();
        context.Dispose();
        disk?.Dispose();
        temp.Dispose();
    }

    [GlFact]
    public void Two_hundred_faults_leave_the_window_alive_say_so_and_lose_nothing_that_was_saved()
    {
        session.Open(generator);
        session.Settle();
        SaveOne();
        CounterRandom draws = new(200, 0, Purpose.Walk);
        SessionFault[] kinds = Enum.GetValues<SessionFault>();
        int[] counts = new int[kinds.Length];
        List<SessionFault> order = [];
        double longest = 0;
        for (int i = 0; i < Faults; i++)
        {
            SessionFault fault = kinds[draws.NextUInt32() % kinds.Length];
            counts[(int)fault]++;
            order.Add(fault);
            long start = Stopwatch.GetTimestamp();
            string expected = Inject(fault);
            Until(() => Words().Contains(expected, StringComparison.Ordinal), $"after {string.Join(", ", order.TakeLast(3))}, fault {i}: nothing on screen says '{expected}'");
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalSeconds);
            Repair(fault);
            RequireFlight(i, fault);
            RequireKept(i, fault);
            if (i % SaveEvery == 0)
            {
                SaveOne();
            }
        }

        Assert.All(counts, count => Assert.True(count > 5, "a kind of fault was hardly drawn"));
        Assert.True(longest < 2 + Patience / 4, $"the slowest fault was answered after {longest:F1} s");
        output.WriteLine($"{string.Join(", ", kinds.Select(kind => $"{kind} {counts[(int)kind]}"))}; {kept.Count} pictures kept; the slowest answer took {longest:F2} s"
            + (disk is null ? "; no small disk could be mounted, so the full disk was a folder that is a file" : ""));
    }

    // Under the open generator.
    private FaultyEngine Engine => engines[session.Generator!];

    // The words that the screen must show.
    private string Inject(SessionFault fault)
    {
        switch (fault)
        {
            case SessionFault.ProviderThrows:
                return Break(Fault.Throws, "the GPU provider DirectML failed: the device was removed; drawing on the CPU now");
            case SessionFault.ProviderMakesNan:
                return Break(Fault.Nan, "made a picture with NaN or infinity in it");
            case SessionFault.ProviderHangs:
                return Break(Fault.Hangs, "the GPU provider DirectML failed: it has not answered for 0.2 s; drawing on the CPU now");
            case SessionFault.ProviderAndCpuFail:
                Reopen();
                Engine.CpuFault = Fault.Throws;
                return Break(Fault.Throws, "the device was removed.", reopen: false);
            case SessionFault.GraphicsAreLost:
                LoseGraphics();
                return "the graphics were reset";
            case SessionFault.GeneratorVanishes:
                string gone = temp["gone.onnx"];
                File.Copy(generator, gone, overwrite: true);
                session.Open(gone);
                return "gone.onnx";
            case SessionFault.GeneratorIsCutOff:
                File.WriteAllBytes(temp["short.onnx"], File.ReadAllBytes(generator)[..1000]);
                session.Open(temp["short.onnx"]);
                return "short.onnx";
            case SessionFault.GeneratorIsGarbage:
                File.WriteAllText(temp["garbage.onnx"], "no model at all");
                session.Open(temp["garbage.onnx"]);
                return "garbage.onnx";
            case SessionFault.DiskIsFull when disk is not null:
                disk.Fill();
                session.Press(Command.Save);
                return "the disk is full";
            case SessionFault.GamepadIsUnplugged:
                UnplugGamepad();
                return "the gamepad was unplugged";
            default:
                MoveFolderAway();
                session.Press(Command.Save);
                return temp["out"];
        }
    }

    private void Repair(SessionFault fault)
    {
        if (fault == SessionFault.ProviderAndCpuFail)
        {
            Engine.Cpu!.Fault = Fault.None;
        }

        Engine.Release();
        disk?.Empty();
        if (Directory.Exists(temp["away"]))
        {
            File.Delete(temp["out"]);
            Directory.Move(temp["away"], temp["out"]);
        }

        session.Press(Command.Cancel);    // read; Esc closes it
        Tick();
        Assert.False(session.State.Quitting);
        for (int i = 0; i < 3 && session.State.Screen != Screen.Play; i++)
        {
            session.Press(Command.Cancel);
            Tick();
        }
    }

    private string Break(Fault fault, string words, bool reopen = true)
    {
        if (reopen)
        {
            Reopen();
        }

        Engine.Fault = fault;
        session.Press(Command.Forward);    // a picture is asked for, whatever stood still
        for (int i = 0; i < 6; i++)
        {
            Tick();
        }

        session.Release(Command.Forward);
        return words;
    }

    // On the graphics card again, where the last fault moved the walk to the CPU.
    private void Reopen()
    {
        if (session.Generator!.Provider == "CPU")
        {
            GeneratorSource before = session.Generator;
            session.Open(generator);
            Until(() => !ReferenceEquals(session.Generator, before), "the generator was not opened again");
        }

        Until(() => !session.Desk.IsWaiting, "the picture of the generator never came");
    }

    private void LoseGraphics()
    {
        int before = scene.Losses;
        target.Dispose();
        for (uint name = 1; name < 400; name++)
        {
            context.Gl.DeleteTexture(name);
            context.Gl.DeleteBuffer(name);
            context.Gl.DeleteVertexArray(name);
            context.Gl.DeleteProgram(name);
        }

        ForgetErrors();
        target = new OffscreenTarget(context.Gl, 160, 120);
        for (int frame = 0; frame < 25 * TicksPerDrawing && scene.Losses == before; frame++)
        {
            Tick();
        }
    }

    // With a button down and a stick pushed, and nothing may go on flying for that.
    private void UnplugGamepad()
    {
        ScriptedGamepad pad = new();
        Gamepads pads = new(session.Press, session.Release) { Say = session.Say };
        pads.ConnectionChanged(pad, connected: true);
        pad.Push(0, 0, -1);
        pad.Down(ButtonName.RightBumper);
        long version = session.Face.Version;
        Until(
            () =>
            {
                session.SetGamepad(pads.Read(session.Preferences.Axes));
                return session.Face.Version > version + 3;
            },
            "the gamepad does not fly");
        pad.IsConnected = false;
        pads.ConnectionChanged(pad, connected: false);
        session.SetGamepad(pads.Read(session.Preferences.Axes));
        Until(() => session.State.Velocity == System.Numerics.Vector3.Zero, "the walk flies on without its gamepad");
    }

    private void MoveFolderAway()
    {
        if (disk is not null)
        {
            // A mounted folder cannot be moved; a full one is as good.
            disk.Fill();
            return;
        }

        Directory.Move(temp["out"], temp["away"]);
        File.WriteAllText(temp["out"], "a file where the folder should be");
    }

    private void RequireFlight(int number, SessionFault fault)
    {
        long version = session.Face.Version;
        float[] z = [.. session.Face.Z];
        session.Press(Command.Forward);
        Until(
            () => session.Face.Version > version + 3 && !session.Face.Z.AsSpan().SequenceEqual(z),
            $"fault {number}, {fault}: the flight does not go on; the screen says '{Words()}'");
        session.Release(Command.Forward);
    }

    private void RequireKept(int number, SessionFault fault)
    {
        foreach ((string path, byte[] bytes) in kept)
        {
            Assert.True(File.Exists(path), $"fault {number}, {fault}: {path} is gone");
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"fault {number}, {fault}: {path} is not what was saved");
            Assert.NotNull(PngFile.ReadLatent(path));
        }

        Assert.Empty(Directory.GetFiles(temp["out"], ".lw-*"));
    }

    private void SaveOne()
    {
        int before = Directory.GetFiles(temp["out"], "*.png").Length;
        session.Press(Command.Save);
        Until(() => Directory.GetFiles(temp["out"], "*.png").Length > before, $"the picture was not saved; the screen says '{Words()}'");
        session.Settle();
        foreach (string path in Directory.GetFiles(temp["out"], "*.png"))
        {
            kept.TryAdd(path, File.ReadAllBytes(path));
        }
    }

    private string Words() => $"{session.State.Toast} {session.State.Problem}";

    private void Tick()
    {
        session.Tick(Frame);
        if (ticks++ % TicksPerDrawing == 0)
        {
            target.Bind();
            scene.Draw(session, target.Width, target.Height);
        }
    }

    private void Until(Func<bool> condition, string otherwise)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Tick();
            Thread.Sleep(1);
            Assert.True(
                Stopwatch.GetElapsedTime(start).TotalSeconds < Patience,
                $"{otherwise}; it says '{Words()}', on the screen {session.State.Screen}, in {session.State.Mode}, on {session.Generator?.Provider}");
        }
    }

    private GeneratorSource OpenFaulty(string path, ProviderChoice provider)
    {
        if (path == temp["gone.onnx"])
        {
            File.Delete(path);    // after it was found, before it is read
        }

        using GeneratorSession read = GeneratorSession.Open(path, new InferenceSettings { Provider = ProviderChoice.Cpu });
        FaultyEngine made = new();
        GeneratorSource source = new(read.Info, made);
        engines[source] = made;
        return source;
    }

    private void ForgetErrors()
    {
        while (context.Gl.GetError() != GLEnum.NoError)
        {
            // Names that were never given out.
        }
    }
}
