using Xunit;

namespace LatentWalk.StandIns.Tests.Silk;

/// <summary>Windows are used by one test at a time: the virtual display has one keyboard focus and one pointer.</summary>
[CollectionDefinition("window", DisableParallelization = true)]
public sealed class WindowGroup : ICollectionFixture<WindowFixture>;
