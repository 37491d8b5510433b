using System.Net;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Collect;

/// <summary>What a collection takes from outside besides the site: the clock, names and addresses, somebody to talk to.</summary>
/// <param name="Resolve">A host's addresses.</param>
internal sealed record CollectWorld(Pace Pace, Func<string, CancellationToken, Task<IPAddress[]>> Resolve, Action<string> Say)
{
    public static CollectWorld Real(Action<string> say) => new(Pace.Real, Dns.GetHostAddressesAsync, say);
}
