using System.Text.RegularExpressions;

namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>Documented commands that <see cref="DocumentedCommandTests"/> does not run itself: why, and which file of the tree runs the like.</summary>
/// <param name="Pattern">Of the line.</param>
/// <param name="Proof">From the root of the tree.</param>
internal sealed record NotRun(string Pattern, string Reason, string Proof)
{
    public static IReadOnlyList<NotRun> All { get; } =
    [
        new(@"^(LW_LIBRARIES=\S+ |LW_LIBTORCH=\S* )\./lw ", "would build everything anew", "tests/EndToEnd/first-flight.sh"),
        new(@"^\./lw demo$", "takes minutes", "tests/EndToEnd/DemoTests.cs"),
        new(@"^\./lw test$", "is what runs this", ".ci/run"),
        new(@"^\./lw collect ", "asks a site on the Internet; the test has one of its own", "tests/Trainer/Verbs/CollectVerbTests.cs"),
        new(@"^\./lw serve ", "serves until it is stopped", "tests/Exporter/Serve/StaticServerTests.cs"),
        new(@"^\./lw prepare .*--detector ", "needs a detector's file, which is not in the tree", "tests/Trainer/Prepare"),
        new(@"^\./lw adopt .*--arch dcgan", "needs weights that PyTorch wrote", "tests/Exporter/Adopt/DcganTests.cs"),
        new(@"^(xvfb-run -a )?\./lw bench viewer", "needs a display, and the machine for itself", "tests/Viewer/App/WindowTests.cs"),
        new(@"^dotnet run --project tests/Benchmarks ", "takes minutes on a machine of its own; that there is such a race is checked", "tests/Benchmarks/Program.cs"),
        new(@"^LATENTWALK_\w+=\S+ dotnet test ", "is the long form of a test that runs here in small", "tests/Trainer"),
        new(@"^tritonserver ", "is another program", "tests/Exporter/Triton/TritonExportTests.cs"),
        new(@"^curl ", "asks another program", "tests/Exporter/Triton/TritonExportTests.cs"),
        new(@"^tests/data/avatars\.sh ", "fetches what draws the pictures", "tests/Trainer/Scenario"),
    ];

    public static NotRun? Of(DocumentedCommand command) => All.FirstOrDefault(entry => Regex.IsMatch(command.Line, entry.Pattern));
}
