using LatentWalk.Tests.Display;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Tests.Graphics;
using Silk.NET.OpenGL;
using Xunit;

namespace LatentWalk.Viewer.Tests.Headless;

public sealed class HeadlessContextTests
{
    [GlFact]
    public void Off_screen_drawing_needs_no_display_and_is_OpenGL_3_3_or_later()
    {
        using IHeadlessContext context = HeadlessContext.Open();
        Assert.StartsWith("EGL", context.Kind, StringComparison.Ordinal);
        string version = context.Gl.GetStringS(StringName.Version);
        Assert.True(Version.Parse(version.Split(' ')[0]) >= new Version(3, 3), version);
        Assert.Equal(new Rgba(64, 128, 255), DrawOnePixel(context.Gl));
    }

    [GlFact]
    public void Contexts_come_and_go_without_disturbing_each_other()
    {
        for (int i = 0; i < 3; i++)
        {
            using IHeadlessContext context = HeadlessContext.Open();
            Assert.Equal(new Rgba(64, 128, 255), DrawOnePixel(context.Gl));
        }

        Task<Rgba>[] threads = [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            static () =>
            {
                using IHeadlessContext context = HeadlessContext.Open();
                return DrawOnePixel(context.Gl);
            },
            TaskCreationOptions.LongRunning))];
        Assert.All(threads, thread => Assert.Equal(new Rgba(64, 128, 255), thread.GetAwaiter().GetResult()));
    }

    [DisplayFact]
    public void A_hidden_window_serves_where_there_is_no_EGL()
    {
        using var display = new VirtualDisplay(320, 240);
        display.UseInThisProcess();
        Assert.True(HiddenWindowContext.TryOpen(out HiddenWindowContext? context, out string reason), reason);
        using (context)
        {
            Assert.Equal("hidden window", context.Kind);
            Assert.Equal(new Rgba(64, 128, 255), DrawOnePixel(context.Gl));
        }
    }

    private static Rgba DrawOnePixel(GL gl)
    {
        using var target = new OffscreenTarget(gl, 1, 1);
        target.Bind();
        gl.ClearColor(64 / 255f, 128 / 255f, 1, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        Span<byte> pixel = stackalloc byte[4];
        target.ReadBack(pixel);
        return new Rgba(pixel[0], pixel[1], pixel[2], pixel[3]);
    }
}
