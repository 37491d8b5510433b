using System.Net;

namespace LatentWalk.Trainer.Collect.Web;

/// <summary>A name of the open Internet leads into a private network. Never leaves the fetcher.</summary>
internal sealed class PrivateAddressException(string host, IPAddress address)
    : Exception($"{host} is at {address}, an address of this machine or its network, and the start page is not there");
