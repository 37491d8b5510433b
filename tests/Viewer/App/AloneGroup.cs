namespace LatentWalk.Viewer.Tests.App;

/// <summary>Tests that measure: nothing else runs beside them.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneGroup;
