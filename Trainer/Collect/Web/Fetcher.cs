using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using LatentWalk.Core.Errors;

namespace LatentWalk.Trainer.Collect.Web;

/// <summary>
/// One request and its answer, bounded in size (unpacked) and time, whatever the server does. No cookies, no proxy, no redirects by itself.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>The name by which robots.txt knows this robot.</summary>
    public const string Product = "LatentWalk";

    private const int HeaderKilobytes = 64;

    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;
    private readonly Pace _pace;

    public Fetcher(CollectOptions options, GuardedConnector connector, Pace pace)
    {
        _timeout = options.Timeout;
        _pace = pace;

        // A proxy would look names up itself, out of the guard's sight.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = connector.ConnectAsync,
            MaxConnectionsPerServer = 1,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = HeaderKilobytes,
            UseCookies = false,
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
    }

    public static string UserAgent(string? contact) =>
        $"{Product}/{typeof(Fetcher).Assembly.GetName().Version!.ToString(2)} (lw collect; gathers pictures for a training set{(contact is null ? string.Empty : "; " + contact)})";

    /// <param name="largest">Bytes that are read of the body, unpacked.</param>
    /// <param name="cut">A longer body is cut there instead of refused.</param>
    public async Task<Response> GetAsync(Uri address, string accept, long largest, bool cut, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await ReadAsync(answer, largest, cut, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Response(null, Why: Why.Time, Problem: $"it took longer than {_timeout.TotalSeconds:0.###} s (--timeout)", IsPassing: true);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            stop.ThrowIfCancellationRequested();
            return Failure(error);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Response> ReadAsync(HttpResponseMessage answer, long largest, bool cut, CancellationToken stop)
    {
        HttpStatusCode status = answer.StatusCode;
        if ((int)status is 301 or 302 or 303 or 307 or 308)
        {
            string? location = answer.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
            return location is null ? new Response(status, Why: Why.Redirect, Problem: $"the server redirects ({(int)status}) and does not say where to")
                : new Response(status, Location: location);
        }

        if ((int)status is not 200)
        {
            bool passing = (int)status is 408 or 425 or 429 or 500 or 502 or 503 or 504;
            return new Response(status, Why: Why.Status, Problem: $"the server answers {(int)status} {answer.ReasonPhrase}".TrimEnd(), IsPassing: passing, RetryAfter: RetryAfter(answer.Headers.RetryAfter));
        }

        string? type = answer.Content.Headers.ContentType?.ToString();
        if (!cut && answer.Content.Headers.ContentLength > largest)
        {
            return TooLarge(status, type, largest, $"{answer.Content.Headers.ContentLength} bytes");
        }

        using Stream body = await answer.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var kept = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            int room = (int)Math.Min(read, largest - kept.Length);
            kept.Write(buffer, 0, room);
            if (room < read)
            {
                return cut ? new Response(status, kept.ToArray(), type) : TooLarge(status, type, largest, "more");
            }
        }

        return new Response(status, kept.ToArray(), type);
    }

    private static Response TooLarge(HttpStatusCode status, string? type, long largest, string size) =>
        new(status, ContentType: type, Why: Why.Size, Problem: $"it has {size}; at most {largest} bytes are read");

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - _pace.Now).Ticks)) : null);

    private static Response Failure(Exception error)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case PrivateAddressException:
                    return new Response(null, Why: Why.Private, Problem: inner.Message);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new Response(null, Why: Why.Connection, Problem: "there is no host of that name", IsPassing: true);
                case SocketException socket:
                    return new Response(null, Why: Why.Connection, Problem: $"no connection: {Lowered(new System.ComponentModel.Win32Exception(socket.NativeErrorCode).Message)}", IsPassing: true);
                case AuthenticationException:
                    return new Response(null, Why: Why.Connection, Problem: $"no safe connection: {Lowered(inner.Message)}");
            }
        }

        return new Response(null, Why: Why.Connection, Problem: $"the answer broke off or makes no sense: {Lowered(error.Message)}", IsPassing: true);
    }

    private static string Lowered(string message) => (char.ToLowerInvariant(message[0]) + message[1..]).TrimEnd('.');
}
