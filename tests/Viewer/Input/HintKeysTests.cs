using LatentWalk.Tests.Counting;
using LatentWalk.Viewer.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class HintKeysTests
{
    private const string Line = "WASD fly   SPACE new face, ENTER, or - less   [ ] axes   ESC menu";

    [Fact]
    public void With_the_usual_keys_a_line_stays_as_it_is() => Assert.Same(Line, new HintKeys(KeyMap.Default).Of(Line));

    [Fact]
    public void Keys_that_were_given_anew_are_named_and_words_are_left_alone()
    {
        KeyMap map = new(new Dictionary<string, string[]>
        {
            ["Random"] = ["F12"], ["Forward"] = ["Up"], ["Pick"] = ["Slash"], ["TruncationDown"] = [], ["NextAxes"] = ["M"],
        });
        Assert.Equal("UP/A/S/D fly   F12 new face, /, or (menu) less   [ M axes   ESC menu", new HintKeys(map).Of(Line));
    }

    [Fact]
    public void A_line_that_stays_costs_nothing()
    {
        HintKeys hints = new(new KeyMap(new Dictionary<string, string[]> { ["Random"] = ["F12"] }));
        string first = hints.Of(Line);
        Assert.Same(first, hints.Of(Line));
        Assert.Equal(0, Allocated.By(() => hints.Of(Line)));
    }
}
