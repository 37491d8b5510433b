using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Tests.Networks;

public class NetworkJsonTests
{
    [Fact]
    public void A_generator_is_written_like_this() => Assert.Equal(
        """{"network":"dcgan","zDim":100,"resolution":64,"channels":3,"width":64,"batchNorm":true,"leakySlope":0,"tanh":true,"batchNormEpsilon":1E-05}""",
        NetworkJson.Serialize(new GeneratorSpec()));

    [Fact]
    public void Both_networks_come_back_equal()
    {
        var generator = new GeneratorSpec { ZDim = 7, Resolution = 128, Width = 32, BatchNorm = false, LeakySlope = 0.2f, Tanh = false, BatchNormEpsilon = 1e-3 };
        var discriminator = new DiscriminatorSpec { Resolution = 128, Width = 48, BatchNorm = false, LeakySlope = 0.1f, Dropout = 0.25f };
        Assert.Equal(generator, NetworkJson.ParseGenerator(NetworkJson.Serialize(generator), "x"));
        Assert.Equal(discriminator, NetworkJson.ParseDiscriminator(NetworkJson.Serialize(discriminator), "x"));
    }

    [Fact]
    public void Classes_are_written_only_where_there_are_some()
    {
        var spec = new GeneratorSpec { Classes = 12 };
        Assert.Contains("\"classes\":12", NetworkJson.Serialize(spec), StringComparison.Ordinal);
        Assert.Equal(spec, NetworkJson.ParseGenerator(NetworkJson.Serialize(spec), "x"));
        Assert.DoesNotContain("classes", NetworkJson.Serialize(new DiscriminatorSpec()), StringComparison.Ordinal);
        Assert.Equal(["generator classes is 1; expected 0 (none) or 2 to 1024"], new GeneratorSpec { Classes = 1 }.Validate());
    }

    [Fact]
    public void All_problems_of_a_record_are_named_at_once()
    {
        var spec = new GeneratorSpec { Network = "vae", ZDim = 0, Resolution = 65, Channels = 2, Width = 0, LeakySlope = float.NaN, BatchNormEpsilon = 0 };
        Assert.Equal(7, spec.Validate().Count);
        var error = Assert.Throws<BadModelException>(() => NetworkJson.ParseGenerator(NetworkJson.Serialize(spec with { LeakySlope = -1 }), "file.safetensors"));
        foreach (string part in new[] { "'vae'", "zDim is 0", "resolution is 65", "channels is 2", "width is 0", "leakySlope is -1", "batchNormEpsilon is 0" })
        {
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_layer_past_any_machine_is_refused_before_anything_is_allocated() =>
        Assert.NotEmpty(new GeneratorSpec { Resolution = 1024, Width = int.MaxValue }.Validate());
}
