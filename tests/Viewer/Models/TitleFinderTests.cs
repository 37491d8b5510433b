using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class TitleFinderTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_generator_is_named_with_its_size_step_and_age_and_shows_the_first_face_of_its_sheet()
    {
        TestGenerator.Write(temp["models/faces.onnx"], step: 600);
        byte[] sheet = new byte[4 * 146 * 146];
        for (int i = 0; i < sheet.Length; i++)
        {
            sheet[i] = (byte)(i / 4 % 146 is >= 2 and < 18 && i / 4 / 146 is >= 2 and < 18 ? 200 : 7);
        }

        PngFile.Write(temp["models/faces.png"], sheet, 146, 146);
        File.SetLastWriteTimeUtc(temp["models/faces.onnx"], new DateTime(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc));
        TitleModel model = Assert.Single(Find(new DateTime(2026, 1, 1, 10, 40, 0, DateTimeKind.Utc)).Models);
        Assert.Equal("faces", model.Name);
        Assert.Equal("64x64, step 600, 40 minutes ago", model.Line);
        Assert.Equal(16, model.PictureWidth);
        Assert.All(model.Picture!, value => Assert.Equal(200, value));
    }

    [Fact]
    public void A_damaged_generator_is_not_offered_and_a_damaged_picture_is_left_out()
    {
        TestGenerator.Write(temp["models/good.onnx"]);
        File.WriteAllText(temp["models/good.png"], "no picture");
        File.WriteAllText(temp["models/bad.onnx"], "no model");
        TitleModel model = Assert.Single(Find(DateTime.UtcNow).Models);
        Assert.Equal("good", model.Name);
        Assert.Null(model.Picture);
        Assert.EndsWith("just now", model.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_there_is_an_empty_list() => Assert.Equal(0, Find(DateTime.UtcNow).Count);

    private TitleList Find(DateTime now) => new TitleFinder(new ModelFolders([temp.Root]), now).Find();
}
