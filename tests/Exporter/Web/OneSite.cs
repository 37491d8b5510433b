using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>The tests that share one site and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}
