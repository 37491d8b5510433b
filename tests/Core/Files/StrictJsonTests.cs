using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Tests.Files;

public class StrictJsonTests
{
    private static readonly string Good = NetworkJson.Serialize(new GeneratorSpec());

    [Theory]
    [InlineData("\"zDim\":100", "\"zDim\":100,\"extra\":1", "unknown key 'extra' in $")]
    [InlineData("\"zDim\":100,", "", "missing key 'zDim' in $")]
    [InlineData("\"zDim\":100", "\"zDim\":100,\"zDim\":100", "zDim")]
    [InlineData("\"zDim\":100", "\"zDim\":100,\"zD\\u0069m\":100", "zDim")]
    [InlineData("\"zDim\":100", "\"ZDIM\":100", "unknown key 'ZDIM' in $")]
    [InlineData("\"zDim\":100", "\"zDim\":\"100\"", "$.zDim")]
    [InlineData("\"zDim\":100", "\"zDim\":1e2", "$.zDim")]
    [InlineData("\"zDim\":100", "\"zDim\":99999999999", "$.zDim")]
    [InlineData("\"zDim\":100", "\"zDim\":null", "$.zDim")]
    [InlineData("\"zDim\":100", "\"zDim\":100 /* */", "line 1")]
    [InlineData("\"network\":\"dcgan\"", "\"network\":null", "$.network")]
    [InlineData("\"tanh\":true", "\"tanh\":1", "$.tanh")]
    [InlineData("}", ",}", "line 1")]
    [InlineData("}", "}{", "line 1")]
    [InlineData("}", "", "line 1")]
    public void What_is_not_the_record_is_refused_by_name(string old, string changed, string reason)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        var error = Assert.Throws<BadModelException>(() => NetworkJson.ParseGenerator(Good.Replace(old, changed, StringComparison.Ordinal), "here"));
        Assert.StartsWith("here: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    public void What_is_no_object_is_refused(string json) =>
        Assert.Throws<BadModelException>(() => NetworkJson.ParseGenerator(json, "here"));

    [Fact]
    public void Depth_without_end_is_refused() =>
        Assert.Throws<BadModelException>(() => NetworkJson.ParseGenerator(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "here"));
}
