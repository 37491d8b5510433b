namespace LatentWalk.StandIns.Tests.TorchSharp;

/// <summary>Seed, threads and tensor counts belong to the process, so these tests take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchGroup
{
    public const string Name = "torch";
}
