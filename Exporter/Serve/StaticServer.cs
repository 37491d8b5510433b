using System.Net;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Exporter.Serve;

/// <summary>Serves the files of one folder to the browsers of this machine, and to nobody else.</summary>
internal sealed class StaticServer : IDisposable
{
    private const int PortsToTry = 20;
    private const int AddressInUse = 98;
    private const int AddressInUseDarwin = 48;
    private const int PrefixTaken = 400;          // by this very process
    private const int WindowsSharingViolation = 32;
    private const int WindowsAlreadyExists = 183;

    private readonly HttpListener _listener;
    private readonly string _root;

    private StaticServer(HttpListener listener, string root, int port)
    {
        (_listener, _root) = (listener, root);
        Address = $"http://localhost:{port}/";
    }

    public string Address { get; }

    /// <param name="folder">What to serve.</param>
    /// <param name="port">Null for 8080 or one of the next that are free.</param>
    /// <exception cref="UsageException">There is no such folder, or the port is taken.</exception>
    public static StaticServer Start(string folder, int? port = null)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"'{folder}' is not a folder, expected one that 'lw export --web' wrote.");
        }

        string root = Path.GetFullPath(folder);
        int first = port ?? 8080, last = port ?? first + PortsToTry - 1;
        for (int candidate = first; ; candidate++)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://localhost:{candidate}/");
            try
            {
                listener.Start();
                return new StaticServer(listener, root, candidate);
            }
            catch (HttpListenerException error) when (IsTaken(error))
            {
                listener.Close();
                if (candidate == last)
                {
                    throw new UsageException(port is null
                        ? $"the ports {first} to {last} are all taken; choose another with --port."
                        : $"port {port} is taken; choose another with --port.", error);
                }
            }
            catch (HttpListenerException error)
            {
                listener.Close();
                throw new UsageException($"port {candidate} cannot be opened ({error.Message}); choose another with --port, above 1023 unless you are the administrator.", error);
            }
        }
    }

    /// <summary>Answers until asked to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var registration = stop.Register(_listener.Stop);
        while (!stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context), CancellationToken.None);
        }
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var response = context.Response;
        try
        {
            using (response)
            {
                await FillAsync(context.Request, response).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException || DiskErrors.IsDiskError(error))
        {
            // The browser went away, or the file did while it was read: the browser sees a broken answer and says so.
        }
    }

    private async Task FillAsync(HttpListenerRequest request, HttpListenerResponse response)
    {
        response.Headers["Cache-Control"] = "no-cache";
        response.Headers["X-Content-Type-Options"] = "nosniff";

        // These let a page use several threads.
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        if (request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            return;
        }

        string? path = ServedPath.Find(_root, request.Url!.AbsolutePath);
        if (path is null)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        if (Directory.Exists(path))
        {
            response.Redirect(request.Url.AbsolutePath + "/" + request.Url.Query);
            return;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        response.ContentType = ServedPath.TypeOf(path);
        response.ContentLength64 = file.Length;
        if (request.HttpMethod == "GET")
        {
            await file.CopyToAsync(response.OutputStream).ConfigureAwait(false);
        }
    }

    private static bool IsTaken(HttpListenerException error) =>
        error.ErrorCode is AddressInUse or AddressInUseDarwin or PrefixTaken or WindowsSharingViolation or WindowsAlreadyExists;
}
