using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Prepare;
using LatentWalk.Trainer.Prepare.Truth;
using LatentWalk.Trainer.Tests.Verbs;

namespace LatentWalk.Trainer.Tests.Prepare;

public sealed class TruthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_kept_and_left_out_is_held_against_the_truth()
    {
        // Six good ones; one of them grey, which the filter takes for bad; a photograph; a grey one; one that no filter can know.
        MessyFolder.Write(_folder["in"], 7);
        MessyFolder.WriteRgba(_folder["in/grey.png"], MessyFolder.Grey(Painted.Rgba(40)), 64, 64);
        MessyFolder.WriteRgba(_folder["in/dull.png"], MessyFolder.Grey(Painted.Rgba(41)), 64, 64);
        MessyFolder.WriteRgba(_folder["in/photo.png"], MessyFolder.Photograph(1, 64), 64, 64);
        File.WriteAllText(_folder["in/page.png"], "<html>");
        File.WriteAllText(_folder["in/truth.csv"], """
            name,keep,reason
            face-000.png,yes
            face-001.png,1,
            face-002.png,true,whatever
            face-003.png,yes
            face-004.png,yes
            dull.png,yes
            "face-005.png",no,"ship, drawn"
            grey.png,no,grey
            photo.png,no,photo
            page.png,no
            gone.png,no,photo
            """);

        PrepareSummary summary = Run(new PrepareOptions { Truth = _folder["in/truth.csv"] });

        TruthSummary truth = summary.Truth!;
        Assert.Equal((11, 10, 1, 1), (summary.Files, truth.Known, truth.Unknown, truth.Absent));
        Assert.Equal((6, 5, 1, 5.0 / 6, 5.0 / 6), (truth.Good, truth.GoodKept, truth.BadKept, truth.Precision, truth.Recall));
        Assert.Equal(new FilterTruth(LeftOut: 2, Rightly: 1, Meant: 1, Caught: 1, CaughtByOthers: 0), truth.Filters["grey"]);
        Assert.Equal((0.5, 1.0), (truth.Filters["grey"].Precision, truth.Filters["grey"].Recall));
        Assert.Equal((1.0, 1.0), (truth.Filters["photo"].Precision, truth.Filters["photo"].Recall));
        Assert.Equal((null, null), (truth.Filters["small"].Precision, truth.Filters["small"].Recall));
        Assert.Equal((1, 0), (truth.Reasons["ship, drawn"].Count, truth.Reasons["ship, drawn"].Gone));
        Assert.Equal((1, 1), (truth.Reasons[TruthSummary.NoReason].Gone, truth.Reasons[TruthSummary.NoReason].By["decode"]));
        string report = File.ReadAllText(summary.Report);
        Assert.Contains("Of 10 pictures that truth.csv names, 6 should be kept. Kept: 5 of those, and 1 that should not be. <b>Precision 83.3 %</b>, <b>recall 83.3 %</b>.", report, StringComparison.Ordinal);
        Assert.Contains("1 pictures are not named there, 1 names have no picture", report, StringComparison.Ordinal);
        Assert.Contains("<tr><td class=\"name\">ship, drawn</td><td class=\"number\">1</td><td class=\"number\">0</td><td></td></tr>", report, StringComparison.Ordinal);
        Assert.Contains("<h3>Kept, and should not be</h3>", report, StringComparison.Ordinal);
        Assert.Contains("<h3>Left out, and should be kept</h3>", report, StringComparison.Ordinal);
        Dictionary<string, string?> told = File.ReadLines(summary.List).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("file").GetString()!, line => line.TryGetProperty("truth", out JsonElement word) ? word.GetString() : null);
        Assert.Equal(("keep", "grey", "unsaid", null), (told["dull.png"], told["grey.png"], told["page.png"], told["face-006.png"]));
    }

    [Fact]
    public void The_truth_decides_nothing()
    {
        MessyFolder.Write(_folder["in"], 3);
        string without = Run(new PrepareOptions()).Fingerprint;
        File.WriteAllText(_folder["truth.csv"], "face-000.png,no\nface-001.png,no\nface-002.png,no\n");

        Assert.Equal(without, Run(new PrepareOptions { Truth = _folder["truth.csv"] }).Fingerprint);
    }

    [Theory]
    [InlineData("a.png,maybe", "line 1 is 'a.png,maybe'; expected the name of a picture, yes or no, and the reason if any")]
    [InlineData("name,keep\na.png", "line 2 is 'a.png'; expected the name of a picture, yes or no, and the reason if any")]
    [InlineData("a.png,yes,x,y", "line 1 is 'a.png,yes,x,y'; expected the name of a picture, yes or no, and the reason if any")]
    [InlineData("a.png,yes\na.png,no", "line 2 says something else of 'a.png' than a line before")]
    [InlineData("a.png,\"no", "the quote on line 1 is never closed")]
    [InlineData("name,keep\n", "it says nothing of any picture")]
    [InlineData("b/a.png,yes", "it names none of the pictures but others, such as 'b/a.png'; names are those in the folder or zip, with slashes")]
    public void A_truth_that_makes_no_sense_is_refused_before_anything_is_done(string text, string problem)
    {
        MessyFolder.Write(_folder["in"], 1);
        File.WriteAllText(_folder["truth.csv"], text);

        var error = Assert.Throws<BadDataException>(() => Run(new PrepareOptions { Truth = _folder["truth.csv"] }));

        Assert.Equal($"the truth in '{_folder["truth.csv"]}' cannot be used: {problem}. Mend the file, or go without --truth.", error.Message);
        Assert.False(File.Exists(_folder["set.lwset"]));
    }

    [Fact]
    public void Prepare_says_how_it_did()
    {
        MessyFolder.Write(_folder["in"], 3);
        File.WriteAllText(_folder["truth.csv"], "face-000.png,yes\nface-001.png,yes\nface-002.png,no,ship\n");

        using TrainerProcess told = TrainerProcess.Run("prepare", _folder["in"], "-o", _folder["set.lwset"], "--truth", _folder["truth.csv"]);
        Assert.Contains("Against the truth: precision 66.6 %, recall 100.0 %; 2 of 2 good ones are kept, and 1 others.", told.Error, StringComparison.Ordinal);
        using TrainerProcess absent = TrainerProcess.Run("prepare", _folder["in"], "-o", _folder["set.lwset"], "--truth", _folder["no.csv"]);
        Assert.True(absent.ExitCode == 3, absent.Error);
        Assert.Contains($"the truth '{_folder["no.csv"]}' cannot be read", absent.Error, StringComparison.Ordinal);
    }

    private PrepareSummary Run(PrepareOptions options) => PreparePipeline.Run(_folder["in"], _folder["set.lwset"], options, (_, _) => { }, default);
}
