namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>One of the runs that take minutes together.</summary>
internal sealed class AllRunsFactAttribute : FactAttribute
{
    private const string Variable = "LW_TEST_ALL_RUNS";

    public const string WhyNot = $"takes long; {Variable}=1 trains all of them.";

    public AllRunsFactAttribute() => Skip = All ? null : WhyNot;

    public static bool All => Environment.GetEnvironmentVariable(Variable) == "1";
}
