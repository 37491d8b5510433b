using System.Net;
using System.Net.Sockets;
using System.Text;
using LatentWalk.Exporter.Serve;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Serve;

public sealed class StaticServerTests : TempFolder
{
    [Fact]
    public async Task Files_come_with_their_kinds_and_folders_with_their_index()
    {
        Write("site/index.html", "home");
        Write("site/a b/index.html", "inner");
        Write("site/code.js", "1");
        Write("site/m.wasm", "2");
        using var stop = new CancellationTokenSource();
        using var server = StaticServer.Start(At("site"));
        var running = server.RunAsync(stop.Token);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };

        Assert.Equal("home", await client.GetStringAsync("?x=1"));
        Assert.Equal("inner", await client.GetStringAsync("a%20b/"));
        var redirect = await client.GetAsync("a%20b");
        Assert.Equal((HttpStatusCode.Redirect, "/a%20b/"), (redirect.StatusCode, redirect.Headers.Location!.IsAbsoluteUri ? redirect.Headers.Location.AbsolutePath : redirect.Headers.Location.OriginalString));
        Assert.Equal("text/javascript", (await client.GetAsync("code.js")).Content.Headers.ContentType!.MediaType);
        var wasm = await client.GetAsync("m.wasm");
        Assert.Equal("application/wasm", wasm.Content.Headers.ContentType!.MediaType);
        Assert.Equal("same-origin", wasm.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        // On a connection of its own: a client does not repeat a POST, as it repeats a GET, when the server has just closed the one it would take.
        using var poster = new HttpClient { BaseAddress = client.BaseAddress };
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await poster.PostAsync("code.js", new StringContent("x"))).StatusCode);
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "code.js"));
        Assert.Equal(1, head.Content.Headers.ContentLength);

        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/inner/../../secret.txt")]
    [InlineData("/.git/config")]
    [InlineData("/nothing")]
    [InlineData("/inner/")]
    [InlineData("/index.html/")]
    [InlineData("//etc/passwd")]
    public async Task Nothing_outside_of_the_folder_and_nothing_hidden_is_served(string path)
    {
        Write("secret.txt", "secret");
        Write("site/index.html", "home");
        Write("site/inner/x.txt", "x");
        Write("site/.git/config", "secret");
        using var stop = new CancellationTokenSource();
        using var server = StaticServer.Start(At("site"));
        _ = server.RunAsync(stop.Token);

        string answer = await RawAsync(new Uri(server.Address).Port, path);

        Assert.Matches("^HTTP/1.1 (404|400)", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        await stop.CancelAsync();
    }

    [Fact]
    public void A_taken_port_and_a_missing_folder_are_usage_errors()
    {
        Directory.CreateDirectory(At("site"));
        using var server = StaticServer.Start(At("site"));
        int port = new Uri(server.Address).Port;

        var taken = ExporterRun.Of("serve", At("site"), "--port", $"{port}");
        Assert.Equal((2, true), (taken.Code, taken.Output.Contains($"port {port} is taken; choose another with --port.", StringComparison.Ordinal)));

        var missing = ExporterRun.Of("serve", At("nowhere"));
        Assert.Equal((2, true), (missing.Code, missing.Output.Contains("nowhere' is not a folder, expected one that 'lw export --web' wrote.", StringComparison.Ordinal)));
        Assert.Equal(2, ExporterRun.Of("serve", At("site"), "--port", "70000").Code);

        using var next = StaticServer.Start(At("site"));
        Assert.NotEqual(server.Address, next.Address);
    }

    // As it is, without a client that tidies the path.
    private static async Task<string> RawAsync(int port, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }
}
