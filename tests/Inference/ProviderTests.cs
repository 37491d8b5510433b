using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Inference.Tests;

public sealed class ProviderTests : TempFolder
{
    [Fact]
    public void Providers_are_tried_in_order_and_each_refusal_has_its_reason()
    {
        using var session = GeneratorSession.Open(SmallGenerator.Write(At("g.onnx")));

        string[] order = ["DirectML", "CUDA", "CoreML", "CPU"];
        Assert.Equal(order.Take(session.Attempts.Count), session.Attempts.Select(attempt => attempt.Name));
        Assert.Equal(session.Provider, session.Attempts[^1].Name);
        Assert.True(session.Attempts[^1].Accepted);
        Assert.All(session.Attempts.SkipLast(1), attempt => Assert.False(attempt.Accepted));
        Assert.All(session.Attempts, attempt => Assert.NotEmpty(attempt.Reason));
    }

    [Fact]
    public void The_machine_report_tries_every_provider()
    {
        var attempts = ProviderProbe.All();

        Assert.Equal(["DirectML", "CUDA", "CoreML", "CPU"], attempts.Select(attempt => attempt.Name));
        Assert.True(attempts[^1].Accepted);
        Assert.Matches(@"^\d+ threads?$", attempts[^1].Reason);
    }

    [Fact]
    public void The_cpu_is_taken_without_asking_others_when_named()
    {
        using var session = GeneratorSession.Open(SmallGenerator.Write(At("g.onnx")), new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = 1 });

        var attempt = Assert.Single(session.Attempts);
        Assert.Equal(new ProviderAttempt("CPU", true, "1 thread"), attempt);
    }

    [Fact]
    public void A_provider_asked_for_by_name_is_had_or_the_opening_fails()
    {
        var absent = ProviderProbe.All().FirstOrDefault(attempt => !attempt.Accepted);
        if (absent is null)
        {
            return;
        }

        var error = Assert.Throws<DeviceException>(() => GeneratorSession.Open(
            SmallGenerator.Write(At("g.onnx")), new InferenceSettings { Provider = Enum.Parse<ProviderChoice>(absent.Name, ignoreCase: true) }));

        Assert.Contains($"{absent.Name} was asked for but cannot run {At("g.onnx")}: {absent.Reason}. Leave the provider at 'auto'", error.Message);
    }

    [Fact]
    public void A_provider_that_disagrees_with_the_cpu_is_found_out()
    {
        var other = SmallGenerator.Spec with { LeakySlope = 0.2f };
        using var cpu = Runner(SmallGenerator.Write(At("a.onnx")));
        using var same = Runner(SmallGenerator.Write(At("a.onnx")));
        using var wrong = Runner(SmallGenerator.Write(At("b.onnx"), other));
        var form = new ImageForm(Core.Pixels.ChannelOrder.Planar, 3, 16, 16, Core.Pixels.ValueRange.SignedUnit);

        var signature = new GeneratorSignature { LatentName = "z", ZDim = 12, LatentRank = 2, ImageName = "image" };
        var check = new ProviderCheck(cpu, signature, form);

        Assert.Null(check.Compare(same));
        Assert.Contains("its pictures differ from the CPU's by up to", check.Compare(wrong));
    }

    private static GeneratorRunner Runner(string path)
    {
        var (bytes, summary) = Core.Onnx.OnnxGuard.Read(path);
        return ProviderSelection.Choose(bytes, summary, null, path, new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = 1 }, []).Runner;
    }
}
