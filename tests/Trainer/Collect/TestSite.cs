using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LatentWalk.Trainer.Tests.Collect;

/// <summary>A web site of a test's own, on this machine. What it has no answer for is 404.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private string? _folder;
    private int _atOnce;

    public TestSite()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.StartAsync().GetAwaiter().GetResult();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Paths with their queries, in the order in which they were asked for; robots.txt left out.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Where(path => path != "/robots.txt")];

    public IReadOnlyList<string> AskedWithRobots => [.. _asked];

    public int MostAtOnce { get; private set; }

    /// <summary>Headers of the last request.</summary>
    public IDictionary<string, string> LastHeaders { get; private set; } = new Dictionary<string, string>();

    /// <summary>Called with the number of requests so far, before each answer.</summary>
    public Action<int> OnRequest { get; set; } = _ => { };

    public Uri this[string path] => new(Address + path);

    public TestSite Page(string path, string body, string? type = "text/html; charset=utf-8", string title = "A page") =>
        Bytes(path, System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"), type);

    public TestSite Bytes(string path, byte[] body, string? type) => On(path, async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    });

    public TestSite Text(string path, string text) => Bytes(path, System.Text.Encoding.UTF8.GetBytes(text), "text/plain");

    public TestSite Redirect(string path, string to, int status = 302) => On(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public TestSite On(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>Answers first so, then as before.</summary>
    public TestSite First(string path, int times, Func<HttpContext, Task> answer)
    {
        Func<HttpContext, Task> after = _answers[path];
        int seen = 0;
        return On(path, context => Interlocked.Increment(ref seen) <= times ? answer(context) : after(context));
    }

    /// <summary>Serves the files of a folder where there is no other answer; <c>index.html</c> at the top.</summary>
    public TestSite Folder(string path)
    {
        _folder = Path.GetFullPath(path);
        return this;
    }

    public void Forget() => _asked.Clear();

    public void Dispose()
    {
        using var soon = new CancellationTokenSource(0);
        _server.StopAsync(soon.Token).GetAwaiter().GetResult();
        ((IDisposable)_server).Dispose();
    }

    private string? FileOf(string path)
    {
        string? file = _folder is null ? null : Path.Combine(_folder, path == "/" ? "index.html" : path.TrimStart('/'));
        return file is not null && !path.Contains("..", StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        try
        {
            string path = context.Request.Path.ToUriComponent() + context.Request.QueryString;
            _asked.Enqueue(path);
            LastHeaders = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            OnRequest(_asked.Count);
            if (_answers.TryGetValue(path, out Func<HttpContext, Task>? answer))
            {
                await answer(context);
            }
            else if (FileOf(context.Request.Path) is { } file)
            {
                context.Response.ContentType = Path.GetExtension(file) switch { ".html" => "text/html; charset=utf-8", ".txt" => "text/plain", ".jpg" => "image/jpeg", _ => "image/png" };
                await context.Response.Body.WriteAsync(await File.ReadAllBytesAsync(file, context.RequestAborted), context.RequestAborted);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            Debug.WriteLine(error.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }
}
