using System.Text;
using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class LabelSourceTests
{
    [Fact]
    public void Folders_are_classes_when_every_picture_is_in_one()
    {
        using var folder = new TemporaryFolder();
        folder.Put("robots/a.png", [1]);
        folder.Put("robots/deep/b.png", [1]);
        folder.Put("boats/c.png", [1]);
        folder.Put("notes.txt", [1]);

        var labels = Find(folder)!;

        Assert.Equal(["boats", "robots"], labels.Classes);
        Assert.Equal([1, 1, 0, -1], new[] { "robots/a.png", "robots/deep/b.png", "boats/c.png", "d.png" }.Select(labels.ClassOf));
        folder.Put("d.png", [1]);
        Assert.Null(Find(folder));
    }

    [Fact]
    public void One_folder_is_no_class()
    {
        using var folder = new TemporaryFolder();
        folder.Put("robots/a.png", [1]);

        Assert.Null(Find(folder));
    }

    [Fact]
    public void A_dataset_json_is_read_with_its_names()
    {
        var labels = Json("""{"labels": [["a.png", 1], ["b\\c.png", 0], ["d.png", null]], "classes": ["x", "y", "z"], "other": {}}""");

        Assert.Equal(["x", "y", "z"], labels.Classes);
        Assert.Equal([1, 0, -1], new[] { "a.png", "b/c.png", "d.png" }.Select(labels.ClassOf));
    }

    [Fact]
    public void Without_names_the_classes_are_numbers()
    {
        Assert.Equal(["0", "1", "2"], Json("""{"labels": [["a.png", 2]]}""").Classes);
        Assert.Empty(Json("""{"labels": null}""").Classes);
    }

    [Theory]
    [InlineData("{", "it is not valid JSON (line 1)")]
    [InlineData("[]", "there is no \"labels\"")]
    [InlineData("""{"labels": 3}""", "\"labels\" is Number")]
    [InlineData("""{"labels": [["a.png"]]}""", "label 0 is not a pair")]
    [InlineData("""{"labels": [["a.png", 1.5]]}""", "the class of 'a.png' is 1.5; expected a whole number from 0.")]
    [InlineData("""{"labels": [["a.png", 2000000000]]}""", "the class of 'a.png' is 2000000000")]
    [InlineData("""{"labels": [["a.png", 2]], "classes": ["x"]}""", "the class of 'a.png' is 2; expected a whole number from 0 to 0.")]
    [InlineData("""{"labels": [["a.png", 0], ["a.png", 1]]}""", "'a.png' has the classes 0 and 1")]
    [InlineData("""{"labels": [], "classes": [1]}""", "the name of class 0 is 1")]
    public void A_dataset_json_that_makes_no_sense_is_refused_in_words(string json, string why)
    {
        string message = Assert.Throws<BadDataException>(() => Json(json)).Message;

        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.EndsWith("Mend the file, or remove it to go without labels.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_is_read_with_quotes_headings_and_any_line_end()
    {
        var labels = LabelSource.FromCsv("File, Label\r\n\"a, \"\"b\"\".png\",robot\nc\\d.png , boat\r\n\r\ne.png,\n", "l.csv");

        Assert.Equal(["boat", "robot"], labels.Classes);
        Assert.Equal([1, 0, -1], new[] { "a, \"b\".png", "c/d.png", "e.png" }.Select(labels.ClassOf));
    }

    [Fact]
    public void Numbers_are_in_the_order_of_numbers() =>
        Assert.Equal(["2", "10", "33"], LabelSource.FromCsv("a,33\nb,2\nc,10", "l.csv").Classes);

    [Theory]
    [InlineData("a.png", "line 1 has 1 field, expected a file and its label")]
    [InlineData("a.png,x\n,y", "line 2 has 2 fields")]
    [InlineData("a.png,x\na.png,y", "'a.png' has the labels 'x' and 'y'")]
    [InlineData("a.png,x\n\"b.png,y", "the quote on line 2 is never closed")]
    [InlineData("\"a.png\" z,x", "line 1 has text after a closing quote")]
    public void A_csv_that_makes_no_sense_is_refused_in_words(string csv, string why) =>
        Assert.Contains(why, Assert.Throws<BadDataException>(() => LabelSource.FromCsv(csv, "l.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Label_files_are_found_in_the_folder_json_first_and_by_path()
    {
        using var folder = new TemporaryFolder();
        folder.Put("a.png", [1]);
        string csv = folder.Put("labels.csv", "a.png,from csv"u8);
        Assert.Equal(["from csv"], Find(folder)!.Classes);

        folder.Put("dataset.json", Encoding.UTF8.GetBytes("""{"labels": [["a.png", 0]], "classes": ["from json"]}"""));

        Assert.Equal(["from json"], Find(folder)!.Classes);
        Assert.Equal(["from csv"], LabelSource.FromFile(csv).Classes);
        Assert.Equal(["from json"], LabelSource.FromFile(folder["dataset.json"]).Classes);
        Assert.Throws<BadDataException>(() => LabelSource.FromFile(folder["no.csv"]));
        File.WriteAllBytes(csv, [0xFF, 0xFE, 0x00]);
        Assert.Contains("it is not UTF-8 text", Assert.Throws<BadDataException>(() => LabelSource.FromFile(csv)).Message, StringComparison.Ordinal);
    }

    private static Labels Json(string text) => JsonLabels.Parse(Encoding.UTF8.GetBytes(text), "dataset.json");

    private static Labels? Find(TemporaryFolder folder)
    {
        using var files = PictureFiles.Open(folder.Path);
        return LabelSource.Find(files, [.. files.Enumerate()]);
    }
}
