using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Tests.Networks;

public class TensorNamesTests
{
    [Fact]
    public void The_anime_64_generator_has_the_layers_of_its_table()
    {
        var tensors = TensorNames.Of(new GeneratorSpec()).ToDictionary(t => t.Name, t => string.Join('x', t.Shape));
        Assert.Equal("100x512x4x4", tensors["tconv1.weight"]);
        Assert.Equal("512x256x4x4", tensors["tconv2.weight"]);
        Assert.Equal("256x128x4x4", tensors["tconv3.weight"]);
        Assert.Equal("128x64x4x4", tensors["tconv4.weight"]);
        Assert.Equal("64x3x4x4", tensors["tconv5.weight"]);
        Assert.Equal("3", tensors["tconv5.bias"]);
        Assert.Equal("512", tensors["bn1.running_var"]);
        Assert.Equal(string.Empty, tensors["bn4.num_batches_tracked"]);
        Assert.DoesNotContain("bn5.weight", tensors.Keys);
        Assert.DoesNotContain("tconv1.bias", tensors.Keys);
        Assert.Equal(5 + 1 + (4 * 5), tensors.Count);
    }

    [Fact]
    public void The_anime_64_discriminator_has_the_layers_of_its_table()
    {
        var tensors = TensorNames.Of(new DiscriminatorSpec()).ToDictionary(t => t.Name, t => string.Join('x', t.Shape));
        Assert.Equal("64x3x4x4", tensors["conv1.weight"]);
        Assert.Equal("64", tensors["conv1.bias"]);
        Assert.Equal("512x256x4x4", tensors["conv4.weight"]);
        Assert.Equal("1x8192", tensors["logit.weight"]);
        Assert.Equal("1", tensors["logit.bias"]);
        Assert.DoesNotContain("bn1.weight", tensors.Keys);
        Assert.DoesNotContain("conv2.bias", tensors.Keys);
        Assert.Contains("bn4.running_mean", tensors.Keys);
    }

    [Fact]
    public void Classes_widen_the_first_layer_of_one_network_and_add_a_last_one_to_the_other()
    {
        Assert.Equal("112x512x4x4", string.Join('x', TensorNames.Of(new GeneratorSpec { Classes = 12 })[0].Shape));
        var tensors = TensorNames.Of(new DiscriminatorSpec { Classes = 12 }).ToDictionary(t => t.Name, t => string.Join('x', t.Shape));
        Assert.Equal(("12x8192", "12"), (tensors["classes.weight"], tensors["classes.bias"]));
    }

    [Fact]
    public void Without_batch_norm_every_convolution_has_a_bias()
    {
        Assert.All(
            TensorNames.Of(new GeneratorSpec { BatchNorm = false, Resolution = 128 }).Select(t => t.Name.Split('.')[1]).Chunk(2),
            pair => Assert.Equal(["weight", "bias"], pair));
        Assert.DoesNotContain(TensorNames.Of(new DiscriminatorSpec { BatchNorm = false }), t => t.Name.StartsWith("bn", StringComparison.Ordinal));
    }
}
