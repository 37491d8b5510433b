using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LatentWalk.Exporter.Tests.Web.Browser;

/// <summary>The Chrome DevTools protocol over one web socket on this machine: commands with answers, and events.</summary>
internal sealed class DevTools : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _sending = new(1);
    private int _next;

    private DevTools()
    {
    }

    /// <summary>Every event: its session, its name, what it says. Called on the receiving thread.</summary>
    public Action<string?, string, JsonElement>? Happened { get; set; }

    public static DevTools Connect(Uri address)
    {
        var tools = new DevTools();
        using var patience = new CancellationTokenSource(s_patience);
        tools._socket.ConnectAsync(address, patience.Token).GetAwaiter().GetResult();
        _ = Task.Run(tools.ReceiveAsync);
        return tools;
    }

    /// <summary>Sends a command and waits for its answer; an error of the browser's is an exception with its text.</summary>
    public JsonElement Send(string method, JsonObject? parameters = null, string? session = null)
    {
        int id = Interlocked.Increment(ref _next);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
        _sending.Wait();
        try
        {
            _socket.SendAsync(bytes, WebSocketMessageType.Text, true, _stop.Token).GetAwaiter().GetResult();
        }
        finally
        {
            _sending.Release();
        }

        return answer.Task.Wait(s_patience) ? answer.Task.Result : throw new TimeoutException($"the browser did not answer {method} within {s_patience.TotalSeconds} s");
    }

    public void Dispose()
    {
        _stop.Cancel();
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var whole = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer, _stop.Token);
                    whole.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                Take(JsonDocument.Parse(whole.ToArray()).RootElement);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The browser has ended; who still waits is told.
        }

        foreach (var answer in _waiting.Values)
        {
            answer.TrySetException(new InvalidOperationException("the browser has ended"));
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id) && _waiting.TryRemove(id.GetInt32(), out var answer))
        {
            if (message.TryGetProperty("error", out var error))
            {
                answer.SetException(new InvalidOperationException(error.ToString()));
            }
            else
            {
                answer.SetResult(message.GetProperty("result"));
            }
        }
        else if (message.TryGetProperty("method", out var method))
        {
            Happened?.Invoke(message.TryGetProperty("sessionId", out var session) ? session.GetString() : null, method.GetString()!, message.GetProperty("params"));
        }
    }
}
