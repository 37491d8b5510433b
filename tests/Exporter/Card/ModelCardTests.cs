using System.Text.Json;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Card;

public sealed class ModelCardTests : TempFolder
{
    [Fact]
    public void A_card_says_what_the_run_knows()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        File.WriteAllText(Path.Combine(run, "config.json"), """
            {"batch":64,"seed":1,"data":{"folder":"/home/ada/secret/faces 2.0","fit":"pad","mirror":true,"pictures":3332},"machine":{"device":"cpu"}}
            """);
        File.WriteAllText(Path.Combine(run, "log.jsonl"), """
            {"step":1190,"images":76160,"seconds":7100,"lossD":0.5,"lossG":2,"fid":31}
            {"step":1200,"images":76800,"seconds":7200.5,"lossD":0.25,"lossG":3.5,"fid":30.5,"accuracyReal":0.875}
            {"step":1210,"images":77440,"seconds":7300,"lossD":9,"lossG":9}
            {"step":1220,"ima
            """);

        string card = Card(run, "--license", "cc-by-4.0", "--author", "Ada *L*");

        Assert.StartsWith("---\nlicense: cc-by-4.0\nlibrary_name: onnx\npipeline_tag: unconditional-image-generation\ntags:\n- gan\n- dcgan\n- onnx\n", card, StringComparison.Ordinal);
        Assert.Contains("3 332 pictures, “faces 2.0”, padded to squares, each also mirrored, at 16×16.", card, StringComparison.Ordinal);
        Assert.Contains("(SHA-256 of the decoded pictures): `abc123`.", card, StringComparison.Ordinal);
        Assert.Contains("| steps | 1 200 |", card, StringComparison.Ordinal);
        Assert.Contains("| pictures shown | 76 800 (23 times the set) |", card, StringComparison.Ordinal);
        Assert.Contains("| time | 2.0 h on cpu |", card, StringComparison.Ordinal);
        Assert.Contains("| author | Ada \\*L\\* |", card, StringComparison.Ordinal);
        Assert.Contains("The run's log at step 1200:", card, StringComparison.Ordinal);
        Assert.Contains("| fid | 30.5 |", card, StringComparison.Ordinal);
        Assert.Contains("| generator's loss | 3.5 |", card, StringComparison.Ordinal);
        Assert.Contains("| discriminator right about real pictures | 0.875 |", card, StringComparison.Ordinal);
        Assert.DoesNotContain("were not measured", card, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", card, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), card, StringComparison.Ordinal);
        Assert.Contains("cc-by-4.0, as given by whoever exported the file.", card, StringComparison.Ordinal);
        Assert.Contains("| sefa1 | ", card, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_said_is_not_made_up()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        string alone = Directory.CreateDirectory(At("alone")).FullName;
        string checkpoint = Path.Combine(alone, "step.safetensors");
        File.Copy(Directory.GetFiles(Path.Combine(run, "checkpoints"), "*.safetensors").Single(), checkpoint);

        string card = Card(checkpoint);

        Assert.DoesNotContain("license:", card, StringComparison.Ordinal);
        Assert.Contains("None was given when the file was exported.", card, StringComparison.Ordinal);
        Assert.Contains("An unrecorded number of pictures, at 16×16.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("| time |", card, StringComparison.Ordinal);
        Assert.DoesNotContain("The run's log", card, StringComparison.Ordinal);
        Assert.Contains("Its pictures were not measured (FID and the like)", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_with_classes_says_so()
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec with { Classes = 2 });

        string card = Card(run, "--precision", "fp16", "--upsample", "resize", "--pixels", "rgba8");

        Assert.Contains("\n- conditional-image-generation\n", card, StringComparison.Ordinal);
        Assert.Contains("with c \\[n, 2\\] for the class", card, StringComparison.Ordinal);
        Assert.Contains("Classes, in the order of c: kind 0, kind 1.", card, StringComparison.Ordinal);
        Assert.Contains("The file (fp16, rgba8, resize, ", card, StringComparison.Ordinal);
        Assert.Contains("- against the plain float32 graph of the same weights: ", card, StringComparison.Ordinal);
        Assert.Contains("It computes in float16, which is for graphics cards", card, StringComparison.Ordinal);
        Assert.Contains("It doubles pictures with Resize and Conv", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_shows_the_seeds_of_the_trainers_sheet()
    {
        Card(TestCheckpoint.WriteRun(At("run")));

        var (_, width, height) = PngFile.Read(At("g.png"));
        Assert.Equal((8 * 18 + 2, 8 * 18 + 2), (width, height));
    }

    [Fact]
    public void The_same_export_again_replaces_the_card_with_the_same_bytes()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        string first = Card(run);
        byte[] sheet = File.ReadAllBytes(At("g.png"));

        Assert.Equal(first, Card(run));
        Assert.Equal(sheet, File.ReadAllBytes(At("g.png")));
    }

    [Fact]
    public void A_card_that_somebody_went_on_writing_is_left_alone()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        Card(run);
        byte[] generator = File.ReadAllBytes(At("g.onnx"));
        string edited = File.ReadAllText(At("g.md")).Replace("## Limits", "## Limits\n\n- Hands.", StringComparison.Ordinal);
        File.WriteAllText(At("g.md"), edited);

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"), "--card", "--weights", "raw");

        Assert.Equal(2, export.Code);
        Assert.Contains("g.md' is there already, and is not as --card left it: somebody wrote in it. Move it away, or export without --card.", export.Output, StringComparison.Ordinal);
        Assert.Equal(edited, File.ReadAllText(At("g.md")));
        Assert.Equal(generator, File.ReadAllBytes(At("g.onnx")));
    }

    [Fact]
    public void A_picture_of_that_name_is_left_alone()
    {
        PngFile.Write(At("g.png"), new byte[16], 2, 2);
        byte[] before = File.ReadAllBytes(At("g.png"));

        var export = ExporterRun.Of("export", TestCheckpoint.WriteRun(At("run")), "-o", At("g.onnx"), "--card");

        Assert.Equal(2, export.Code);
        Assert.Contains("g.png' is there already, and no card that it belongs to; --card would replace it.", export.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(At("g.png")));
    }

    [Fact]
    public void A_card_without_a_file_is_a_usage_error()
    {
        var export = ExporterRun.Of("export", At("run"), "--card", "--triton", At("models"));

        Assert.Equal(2, export.Code);
        Assert.Contains("--card describes a generator file and lies beside it; say where with -o FILE.onnx.", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_being_asked_for_there_is_no_card()
    {
        Assert.Equal(0, ExporterRun.Of("export", TestCheckpoint.WriteRun(At("run")), "-o", At("g.onnx")).Code);

        Assert.False(File.Exists(At("g.md")) || File.Exists(At("g.png")));
    }

    [PythonFact("yaml")]
    public void Any_licence_is_one_line_of_the_head()
    {
        string[] licences = ["CC BY 4.0", "no", "a: b # c\n---\nhi", "\"quoted\" \\ 日本", "mit"];
        string run = TestCheckpoint.WriteRun(At("run"));
        foreach (string licence in licences)
        {
            Card(run, "--license", licence);
            string read = Python.Run(
                """
                import json, sys, yaml
                head = yaml.safe_load(open(sys.argv[1], encoding="utf-8").read().split("---\n")[1])
                print(json.dumps([head["license"], head["tags"][0]]))
                """, At("g.md"));
            Assert.Equal([licence, "gan"], JsonSerializer.Deserialize<string[]>(read)!);
        }
    }

    private string Card(string source, params string[] more)
    {
        var export = ExporterRun.Of(["export", source, "-o", At("g.onnx"), "--card", .. more]);
        Assert.True(export.Code == 0, export.Output);
        return File.ReadAllText(At("g.md"));
    }
}
