namespace LatentWalk.EndToEnd.Tests;

public sealed class LauncherTests
{
    private static ProgramRun Launcher(params string[] arguments) =>
        ProgramRun.Start("bash", [Path.Combine(Checkout.Root, "lw"), .. arguments]);

    [Fact]
    public void Without_a_verb_it_lists_them()
    {
        ProgramRun run = Launcher().Succeeded();

        foreach (string verb in (string[])["demo", "test", "paint", "collect", "prepare", "train", "export", "adopt", "serve", "inspect", "render", "view", "bench", "doctor"])
        {
            Assert.Contains($"  {verb} ", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_verb_is_a_usage_error() => Launcher("fly").Failed(2, "no verb 'fly'");

    [Fact]
    public void Both_launchers_know_the_same_verbs()
    {
        string bash = File.ReadAllText(Path.Combine(Checkout.Root, "lw"));
        string powershell = File.ReadAllText(Path.Combine(Checkout.Root, "lw.ps1"));

        Assert.Equal(Verbs(bash), Verbs(powershell));

        static string[] Verbs(string text) =>
            [.. text[text.IndexOf("  demo ", StringComparison.Ordinal)..text.IndexOf("say what this machine has", StringComparison.Ordinal)]
                .Split('\n').Select(line => line.Trim())];
    }
}
