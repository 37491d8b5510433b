namespace LatentWalk.Trainer.Tests.Verdicts;

/// <summary>Several of the runs that take minutes together.</summary>
internal sealed class AllRunsTheoryAttribute : TheoryAttribute
{
    public AllRunsTheoryAttribute() => Skip = AllRunsFactAttribute.All ? null : AllRunsFactAttribute.WhyNot;
}
