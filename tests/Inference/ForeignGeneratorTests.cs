using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Inference.Tests;

public sealed class ForeignGeneratorTests : TempFolder
{
    public static TheoryData<int, bool, int, string, int?> Conventions
    {
        get
        {
            var data = new TheoryData<int, bool, int, string, int?>();
            foreach (int rank in new[] { 2, 4 })
            {
                foreach (bool last in new[] { false, true })
                {
                    foreach (int channels in new[] { 1, 3, 4 })
                    {
                        foreach (string output in new[] { "Tanh", "Sigmoid", "bytes" })
                        {
                            data.Add(rank, last, channels, output, null);
                        }
                    }
                }
            }

            data.Add(2, false, 3, "Tanh", 1);
            data.Add(4, true, 3, "bytes", 4);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Every_convention_is_recognised_and_shows_the_right_pixels(int rank, bool channelsLast, int channels, string output, int? fixedBatch)
    {
        var graph = new ForeignGraph { LatentRank = rank, ChannelsLast = channelsLast, Channels = channels, Output = output, FixedBatch = fixedBatch };
        using var session = Sessions.Open(ForeignGraph.Write(At("g.onnx"), graph));
        Assert.Equal((ForeignGraph.ZDim, ForeignGraph.Width, ForeignGraph.Height), (session.Info.ZDim, session.Info.Width, session.Info.Height));
        Assert.Equal((fixedBatch, channels), (session.Info.MaxBatch, session.Info.Channels));
        float[] z = SmallGenerator.Latents(ForeignGraph.ZDim, 6);
        const int bytes = ForeignGraph.Width * ForeignGraph.Height * 4;
        var rgba = new byte[6 * bytes];

        session.Run(z, 6, rgba);

        for (int i = 0; i < 6; i++)
        {
            for (int k = 0; k < bytes; k++)
            {
                int c = k % 4, x = k / 4 % ForeignGraph.Width, y = k / 4 / ForeignGraph.Width;
                int expected = c == 3 && channels != 4
                    ? 255
                    : graph.Level(graph.Raw(z.AsSpan(i * ForeignGraph.ZDim, ForeignGraph.ZDim), channels == 1 ? 0 : c, y, x));
                Assert.InRange(rgba[i * bytes + k] - expected, -1, 1);
            }
        }
    }

    [Fact]
    public void A_batch_that_is_free_in_name_only_is_run_one_by_one()
    {
        using var session = Sessions.Open(ForeignGraph.Write(At("g.onnx"), new ForeignGraph { BakedBatch = true }));
        var rgba = new byte[3 * ForeignGraph.Width * ForeignGraph.Height * 4];

        session.Run(SmallGenerator.Latents(ForeignGraph.ZDim, 3), 3, rgba);

        Assert.Equal(1, session.Info.MaxBatch);
        Assert.NotEqual(rgba[..320], rgba[320..640]);
    }

    [Fact]
    public void A_condition_is_the_first_class_unless_given()
    {
        using var session = Sessions.Open(ForeignGraph.Write(At("g.onnx"), new ForeignGraph { Classes = 3 }));
        float[] z = SmallGenerator.Latents(ForeignGraph.ZDim, 1);
        byte[] byDefault = new byte[320], first = new byte[320], last = new byte[320];

        session.Run(z, 1, byDefault);
        session.Run(z, [0, 0, 1], 1, last);
        session.Run(z, [1, 0, 0], 1, first);

        Assert.Equal(3, session.Info.Classes);
        Assert.Equal(first, byDefault);
        Assert.True(last.Sum(b => b) > first.Sum(b => b) + 1000);
    }

    [Fact]
    public void A_discriminator_is_refused_with_what_it_takes_and_what_was_expected()
    {
        var error = Assert.Throws<BadModelException>(() => Sessions.Open(NotGenerators.Write(At("d.onnx"), NotGenerators.Discriminator())));

        Assert.Contains("d.onnx is not a generator: it maps image float32 [batch, 3, 4, 4] to logit float32 [batch, 1]; expected a latent float32 [batch, n]", error.Message);
    }

    [Fact]
    public void A_model_that_enlarges_pictures_is_refused()
    {
        var error = Assert.Throws<BadModelException>(() => Sessions.Open(NotGenerators.Write(At("u.onnx"), NotGenerators.Upscaler())));

        Assert.Contains("is not a generator", error.Message);
    }

    [Fact]
    public void A_vector_to_vector_model_is_refused()
    {
        var error = Assert.Throws<BadModelException>(() => Sessions.Open(NotGenerators.Write(At("v.onnx"), NotGenerators.Regression())));

        Assert.Contains("it maps x float32 [batch, 6] to y float32 [batch, 2]", error.Message);
    }

    [Theory]
    [InlineData(float.NaN, "makes pictures with NaN in them")]
    [InlineData(900f, "expected [-1, 1], [0, 1] or bytes")]
    public void Pictures_that_are_no_pictures_are_refused(float scale, string message)
    {
        var error = Assert.Throws<BadModelException>(() => Sessions.Open(NotGenerators.Write(At("n.onnx"), NotGenerators.Linear(scale))));

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Files_that_are_no_models_are_refused_in_one_sentence()
    {
        File.WriteAllText(At("text.onnx"), "this is not a model");
        File.WriteAllBytes(At("empty.onnx"), []);
        File.WriteAllBytes(At("cut.onnx"), File.ReadAllBytes(SmallGenerator.Write(At("g.onnx")))[..1000]);

        Assert.Contains("not a readable ONNX file, at byte", Refusal("text.onnx"));
        Assert.Contains("is empty, expected an ONNX file", Refusal("empty.onnx"));
        Assert.Contains("announces", Refusal("cut.onnx"));
        Assert.Contains("does not exist, expected an .onnx file", Refusal("nowhere.onnx"));
        Assert.Contains("is a folder, expected an .onnx file", Refusal(""));
    }

    private string Refusal(string name) => Assert.Throws<BadModelException>(() => Sessions.Open(At(name))).Message;
}
