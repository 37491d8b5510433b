using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LatentWalk.Exporter.Tests.Web.Browser;

/// <summary>A tab: what it is told to do, what it asked for, and what it complained of.</summary>
internal sealed class BrowserPage : IDisposable
{
    // What Chromium says of the machine and of how the tests look at pictures, not of the page.
    private static readonly string[] s_ofOthers = ["No available adapters", "Canvas2D: Multiple readback operations"];

    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private readonly ConcurrentDictionary<string, bool> _workers = new();

    private BrowserPage(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>Warnings and errors of its console, exceptions that nobody caught, requests that failed; its workers' too.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Every address that it or its workers asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static BrowserPage Open(DevTools tools)
    {
        string target = tools.Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" }).GetProperty("targetId").GetString()!;
        string session = tools.Send("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }).GetProperty("sessionId").GetString()!;
        var page = new BrowserPage(tools, target, session);
        tools.Happened += page.Hear;
        page.Watch(session);
        page.Send("Page.enable");
        return page;
    }

    public JsonElement Send(string method, JsonObject? parameters = null) => _tools.Send(method, parameters, _session);

    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="dots">Of the screen to a CSS pixel.</param>
    /// <param name="phone">With touch.</param>
    public void Resize(int width, int height, double dots = 1, bool phone = false)
    {
        Send("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = dots, ["mobile"] = phone });
        Send("Emulation.setTouchEmulationEnabled", new JsonObject { ["enabled"] = phone });
        Send("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(
                new JsonObject { ["name"] = "pointer", ["value"] = phone ? "coarse" : "fine" },
                new JsonObject { ["name"] = "hover", ["value"] = phone ? "none" : "hover" }),
        });
    }

    public void Go(string address) => Send("Page.navigate", new JsonObject { ["url"] = address });

    /// <summary>What an expression gives, waited for; undefined is null. An exception in the page is one here.</summary>
    public JsonElement Evaluate(string expression)
    {
        var answer = Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer.TryGetProperty("exceptionDetails", out var problem)
            ? throw new InvalidOperationException(problem.ToString())
            : answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>In every worker.</summary>
    public void EvaluateInWorkers(string expression)
    {
        foreach (string worker in _workers.Keys)
        {
            var answer = _tools.Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true }, worker);
            if (answer.TryGetProperty("exceptionDetails", out var problem))
            {
                throw new InvalidOperationException(problem.ToString());
            }
        }
    }

    public string Text(string expression) => Evaluate($"String({expression})").GetString()!;

    public bool Is(string expression) => Evaluate($"Boolean({expression})").GetBoolean();

    /// <summary>Waits until an expression holds; says what the page shows when it does not.</summary>
    public void WaitFor(string expression, double seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (!Is(expression))
        {
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"not within {seconds} s: {expression}. The page says '{Text("document.body.innerText")}'; complaints: {string.Join("; ", Complaints)}");
            }

            Thread.Sleep(30);
        }
    }

    public void Key(string type, string code, string key, int modifiers = 0) => Send("Input.dispatchKeyEvent", new JsonObject
    {
        ["type"] = type, ["code"] = code, ["key"] = key, ["modifiers"] = modifiers, ["windowsVirtualKeyCode"] = key.Length == 1 ? char.ToUpperInvariant(key[0]) : 0,
    });

    public void Press(string code, string key, int modifiers = 0)
    {
        Key("rawKeyDown", code, key, modifiers);
        Key("keyUp", code, key, modifiers);
    }

    public void Hold(string code, string key, double seconds)
    {
        Key("rawKeyDown", code, key);
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        Key("keyUp", code, key);
    }

    public void Mouse(string type, double x, double y, string button = "none", int clicks = 0) => Send("Input.dispatchMouseEvent", new JsonObject
    {
        ["type"] = type, ["x"] = x, ["y"] = y, ["button"] = button, ["clickCount"] = clicks,
        ["buttons"] = button switch { "left" => 1, "right" => 2, _ => 0 },
    });

    /// <param name="fingers">Where each is; none lifts them all.</param>
    public void Touch(string type, params (double X, double Y)[] fingers)
    {
        var points = new JsonArray();
        foreach (var (finger, i) in fingers.Select((finger, i) => (finger, i)))
        {
            points.Add((JsonNode)new JsonObject { ["x"] = finger.X, ["y"] = finger.Y, ["id"] = i });
        }

        Send("Input.dispatchTouchEvent", new JsonObject { ["type"] = type, ["touchPoints"] = points });
    }

    /// <summary>The middle of an element, in CSS pixels.</summary>
    public (double X, double Y) Middle(string selector)
    {
        var box = Evaluate($"(({{left, top, width, height}}) => [left + width / 2, top + height / 2])(document.querySelector({JsonSerializer.Serialize(selector)}).getBoundingClientRect())");
        return (box[0].GetDouble(), box[1].GetDouble());
    }

    public void Click(string selector)
    {
        var (x, y) = Middle(selector);
        Mouse("mousePressed", x, y, "left", 1);
        Mouse("mouseReleased", x, y, "left", 1);
    }

    /// <summary>The page as a PNG under artifacts/.</summary>
    public string Screenshot(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "artifacts");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name + ".png");
        File.WriteAllBytes(path, Convert.FromBase64String(Send("Page.captureScreenshot").GetProperty("data").GetString()!));
        return path;
    }

    public void Dispose()
    {
        _tools.Happened -= Hear;
        _tools.Send("Target.closeTarget", new JsonObject { ["targetId"] = _target });
    }

    // Workers attach as sessions of their own and wait until they are told to run.
    private void Watch(string session)
    {
        _tools.Send("Runtime.enable", null, session);
        _tools.Send("Network.enable", null, session);
        if (session == _session)
        {
            _tools.Send("Log.enable", null, session);
        }

        _tools.Send("Target.setAutoAttach", new JsonObject { ["autoAttach"] = true, ["waitForDebuggerOnStart"] = true, ["flatten"] = true }, session);
    }

    private void Complain(string text)
    {
        if (!s_ofOthers.Any(other => text.Contains(other, StringComparison.Ordinal)))
        {
            Complaints.Enqueue(text);
        }
    }

    private void Hear(string? session, string name, JsonElement said)
    {
        if (session is null || (session != _session && !_workers.ContainsKey(session)))
        {
            return;
        }

        switch (name)
        {
            case "Target.attachedToTarget":
                string worker = said.GetProperty("sessionId").GetString()!;
                _workers[worker] = true;
                _ = Task.Run(() =>
                {
                    Watch(worker);
                    _tools.Send("Runtime.runIfWaitingForDebugger", null, worker);
                });
                break;
            case "Runtime.consoleAPICalled" when said.GetProperty("type").GetString() is "error" or "warning" or "assert":
                Complain("console: " + string.Join(" ", said.GetProperty("args").EnumerateArray().Select(argument => argument.TryGetProperty("value", out var value) ? value.ToString() : argument.ToString())));
                break;
            case "Runtime.exceptionThrown":
                Complain("exception: " + said.GetProperty("exceptionDetails"));
                break;
            case "Log.entryAdded" when said.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning":
                Complain("log: " + said.GetProperty("entry").GetProperty("text").GetString() + " " + (said.GetProperty("entry").TryGetProperty("url", out var url) ? url.GetString() : ""));
                break;
            case "Network.requestWillBeSent":
                Requests.Enqueue(said.GetProperty("request").GetProperty("url").GetString()!);
                break;
        }
    }
}
