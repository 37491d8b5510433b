using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Tests.Networks;

public class ClassNamesTests
{
    [Fact]
    public void Names_come_back_as_they_were()
    {
        string[] names = ["pink hair", "\"quoted\"", "日本"];
        Assert.Equal(names, ClassNames.Parse(ClassNames.Serialize(names), 3, "x"));
    }

    [Fact]
    public void A_file_that_names_no_classes_has_none_named() => Assert.Empty(ClassNames.Parse(null, 3, "x"));

    [Theory]
    [InlineData("""["a"]""", "g.onnx: 1 names, expected 2, one for each class.")]
    [InlineData("""["a", null]""", "g.onnx: a name is null; expected an array of the names of 2 classes.")]
    public void Other_names_than_there_are_classes_are_refused(string json, string message) =>
        Assert.Equal(message, Assert.Throws<BadModelException>(() => ClassNames.Parse(json, 2, "g.onnx")).Message);

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("[")]
    public void What_is_no_array_of_strings_is_refused(string json) =>
        Assert.StartsWith("g.onnx: ", Assert.Throws<BadModelException>(() => ClassNames.Parse(json, 2, "g.onnx")).Message, StringComparison.Ordinal);
}
