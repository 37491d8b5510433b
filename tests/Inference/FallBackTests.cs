using System.Diagnostics;
using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace LatentWalk.Inference.Tests;

/// <summary>What stands for a graphics card here is the CPU under another name: the way from one to the other is the real one.</summary>
public sealed class FallBackTests : TempFolder
{
    [Fact]
    public void A_provider_that_agrees_is_taken_and_can_be_left_for_the_cpu_when_the_file_is_gone()
    {
        string path = SmallGenerator.Write(At("g.onnx"));
        using var session = GeneratorSession.Open(path, With(Card()));
        Assert.Equal("Card", session.Provider);
        Assert.Equal("its pictures agree with the CPU's", session.Attempts[^1].Reason);
        Assert.True(session.CanFallBack);
        File.Delete(path);

        using var cpu = session.OpenOnCpu();
        Assert.Equal("CPU", cpu.Provider);
        Assert.False(cpu.CanFallBack);
        Assert.Equal(new ProviderAttempt("CPU", true, "after Card failed"), cpu.Attempts[^1]);
        Assert.Same(session.Info, cpu.Info);
        Assert.Equal(Picture(session), Picture(cpu));
        Assert.Throws<InvalidOperationException>(cpu.OpenOnCpu);
    }

    [Fact]
    public void A_session_on_the_cpu_keeps_no_copy_of_the_model_and_has_nowhere_to_go()
    {
        using var session = GeneratorSession.Open(SmallGenerator.Write(At("g.onnx")), new InferenceSettings { Provider = ProviderChoice.Cpu });
        Assert.False(session.CanFallBack);
    }

    [Fact]
    public void A_provider_that_hangs_while_it_is_tried_is_refused_in_time()
    {
        using var release = new ManualResetEventSlim();
        long start = Stopwatch.GetTimestamp();
        using var session = GeneratorSession.Open(
            SmallGenerator.Write(At("g.onnx")), With(Card(_ => release.Wait())) with { ProviderPatience = TimeSpan.FromSeconds(0.3) });
        Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 5);
        Assert.Equal(new ProviderAttempt("Card", false, "it did not answer for 0.3 s"), session.Attempts[0]);
        Assert.Equal("CPU", session.Provider);
        Picture(session);
        release.Set();
    }

    [Fact]
    public void A_provider_that_cannot_be_switched_on_is_refused_with_its_reason()
    {
        using var session = GeneratorSession.Open(SmallGenerator.Write(At("g.onnx")), With(Card(_ => throw new NotSupportedException("no such card"))));
        Assert.Equal(new ProviderAttempt("Card", false, "no such card"), session.Attempts[0]);
        Assert.Equal("CPU", session.Provider);
    }

    [Fact]
    public void A_picture_with_nan_in_it_is_an_error_that_names_the_file_and_what_to_think_of_it()
    {
        WriteWithNan(At("nan.onnx"));
        using var session = GeneratorSession.Open(At("nan.onnx"), new InferenceSettings { Provider = ProviderChoice.Cpu });
        var error = Assert.Throws<DeviceException>(() => Picture(session));
        Assert.Equal(
            $"{At("nan.onnx")}: CPU made a picture with NaN or infinity in it, expected numbers in [-1, 1]; its weights are damaged or its training diverged.", error.Message);

        // The same from a card is the card's fault until the CPU has been asked.
        using var card = GeneratorSession.Open(At("nan.onnx"), With(Card()));
        Assert.Equal(new ProviderAttempt("Card", false, "its pictures have NaN or infinity in them"), card.Attempts[0]);
    }

    // The exporter refuses to write such a file: a number that is easily found is exchanged in its bytes.
    private static void WriteWithNan(string path)
    {
        const float marker = 12345.678f;
        var weights = SmallGenerator.Weights(SmallGenerator.Spec);
        weights[$"{TensorNames.TransposedConvolution(SmallGenerator.Spec.Layers)}{TensorNames.Bias}"][0] = marker;
        var metadata = new GeneratorMetadata { ZDim = 12, Resolution = 16, Preset = "test" };
        byte[] bytes = GeneratorGraph.Build(SmallGenerator.Spec, weights, metadata).ToByteArray();
        int place = bytes.AsSpan().IndexOf(BitConverter.GetBytes(marker));
        BitConverter.GetBytes(float.NaN).CopyTo(bytes, place);
        File.WriteAllBytes(path, bytes);
    }

    private static InferenceSettings With(ExecutionProvider card) => new() { Candidates = [card, ExecutionProvider.Cpu] };

    private static ExecutionProvider Card(Action<SessionOptions>? append = null) =>
        new("Card", "CPUExecutionProvider", ProviderChoice.DirectML, append ?? (_ => { }));

    private static byte[] Picture(GeneratorSession session)
    {
        byte[] rgba = new byte[session.Info.Width * session.Info.Height * 4];
        session.Run(SmallGenerator.Latents(session.Info.ZDim, 1), 1, rgba);
        return rgba;
    }
}
