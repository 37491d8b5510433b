using System.Collections.Immutable;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace LatentWalk.Trainer.Collect.Web;

/// <summary>
/// Opens the connections. A name is looked up here and nowhere else, and the connection goes to an address that was just judged, so that
/// no redirect and no change of DNS between two looks leads into a private network.
/// </summary>
/// <param name="privateHosts">Names that may be at private addresses, because the user asked for a page there.</param>
internal sealed class GuardedConnector(ImmutableHashSet<string> privateHosts, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Looks up the hosts of the start pages: those that are at private addresses alone may stay so, and with them the hosts the user named.</summary>
    public static async Task<GuardedConnector> ForAsync(
        CollectOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken stop)
    {
        var hosts = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string host in options.Start.Select(start => start.IdnHost).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if ((await LookUpAsync(host, resolve, stop).ConfigureAwait(false)) is { Length: > 0 } found && !found.Any(NetworkAddresses.IsPublic))
            {
                hosts.Add(host);
            }
        }

        if (hosts.Count > 0)
        {
            hosts.UnionWith(options.Hosts.Where(host => !host.Contains('*', StringComparison.Ordinal)).Select(CollectScope.NameOf));
        }

        return new GuardedConnector(hosts.ToImmutable(), resolve);
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="PrivateAddressException">The name has no address that may be connected to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] found = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await resolve(host, stop).ConfigureAwait(false);
        IPAddress[] open = privateHosts.Contains(host) ? found : [.. found.Where(NetworkAddresses.IsPublic)];
        if (open.Length == 0)
        {
            throw found.Length > 0 ? new PrivateAddressException(host, found[0]) : new SocketException((int)SocketError.HostNotFound);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> LookUpAsync(string host, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken stop)
    {
        try
        {
            return IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await resolve(host, stop).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The first request will fail the same way, and say so.
            return [];
        }
    }
}
