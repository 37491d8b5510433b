using LatentWalk.Core.Latents;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>The page in a browser: it loads, flies by every kind of hand, and its pictures are ONNX Runtime's.</summary>
[Collection(OneSite.Name)]
public sealed class FlyingTests(SiteFixture site)
{
    private const string Faces = "some/where/faces";

    [ChromiumFact]
    public void It_loads_below_a_sub_path_from_its_own_folder_alone_and_complains_of_nothing()
    {
        using var page = site.Open(Faces);

        Assert.Equal("", page.Text("document.getElementById('stopped-text').textContent"));
        Assert.StartsWith("WebAssembly, ", page.Text("document.getElementById('provider').textContent"), StringComparison.Ordinal);
        Assert.Equal("Faces & <friends>", page.Text("document.title"));
        page.Hold("KeyW", "w", 0.3);
        ShownPicture.AtRest(page);
        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, address => Assert.StartsWith(site.Address(Faces), address, StringComparison.Ordinal));
        Assert.Contains(page.Requests, address => address.EndsWith(".onnx", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public void The_picture_of_a_seed_is_the_one_that_ONNX_Runtime_makes()
    {
        using var page = site.Open(Faces, "#seed=8");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Faces, Latent.FromSeed(8, 100)));

        page.Evaluate("void (location.hash = '#seed=18446744073709551615&psi=0.6')");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Faces, Latent.FromSeed(ulong.MaxValue, 100), 0.6f));
        ShownPicture.AtRest(page);
        Assert.Equal("seed 18446744073709551615", page.Text("document.getElementById('seed').textContent"));
    }

    [ChromiumFact]
    public void The_picture_of_a_class_is_the_one_that_ONNX_Runtime_makes()
    {
        using var page = site.Open("classes", "#seed=3&class=1");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Classes, Latent.FromSeed(3, 12), 1, [0, 1, 0]));

        Assert.Equal("red,green,blue & \"co\"", page.Text("[...document.getElementById('class').options].map(o => o.text)"));
        page.Press("Period", ".");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Classes, Latent.FromSeed(3, 12), 1, [0, 0, 1]));
        ShownPicture.AtRest(page);
        Assert.Equal("#seed=3&class=2", page.Text("location.hash"));

        page.Press("KeyZ", "z");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Classes, Latent.FromSeed(3, 12), 1, [0, 1, 0]));
        page.Screenshot("page-classes");
        page.Resize(416, 840, 2.625, phone: true);
        ShownPicture.AtRest(page);
        page.Screenshot("page-classes-phone");
        page.Resize(840, 416, 2.625, phone: true);
        ShownPicture.AtRest(page);
        page.Screenshot("page-classes-phone-on-its-side");
        Assert.Equal("0", page.Text("document.documentElement.scrollWidth - innerWidth"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void A_generator_of_bytes_shows_the_same_bytes_and_begins_at_its_first_seed()
    {
        using var page = site.Open("bytes");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(5, 12)));
        ShownPicture.AtRest(page);
        Assert.Equal("seed 5", page.Text("document.getElementById('seed').textContent"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void Keys_fly_and_back_leads_to_the_very_same_picture()
    {
        using var page = site.Open("bytes", "#seed=1");
        byte[] first = ShownPicture.AtRest(page);

        page.Hold("KeyW", "w", 0.5);
        byte[] flown = ShownPicture.AtRest(page);
        Assert.True(ShownPicture.LargestDifference(first, flown) > 8, "W did not fly");
        Assert.StartsWith("#z=", page.Text("location.hash"), StringComparison.Ordinal);
        Assert.Equal("between seeds", page.Text("document.getElementById('seed').textContent"));

        page.Press("Space", " ");
        byte[] other = ShownPicture.AtRest(page);
        Assert.Matches("^#seed=[0-9]+$", page.Text("location.hash"));
        Assert.True(ShownPicture.LargestDifference(other, flown) > 8, "the space bar led nowhere");

        page.Press("KeyZ", "z");
        Assert.Equal(flown, ShownPicture.AtRest(page));
        page.Press("KeyZ", "z");
        Assert.Equal(first, ShownPicture.AtRest(page));
        Assert.Equal("#seed=1", page.Text("location.hash"));
        Assert.True(page.Is("document.getElementById('undo').disabled"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void The_mouse_drags_and_throws_and_its_right_button_flies_another_way()
    {
        using var page = site.Open("bytes", "#seed=2");
        byte[] first = ShownPicture.AtRest(page);
        var (x, y) = page.Middle("#picture");

        byte[] Drag(string button)
        {
            page.Mouse("mousePressed", x, y, button, 1);
            for (int i = 1; i <= 10; i++)
            {
                page.Mouse("mouseMoved", x, y - (12 * i), button);
            }

            page.Mouse("mouseReleased", x, y - 120, button, 1);
            byte[] picture = ShownPicture.AtRest(page);
            page.Press("KeyZ", "z");
            Assert.Equal(first, ShownPicture.AtRest(page));
            return picture;
        }

        byte[] forward = Drag("left"), third = Drag("right");
        Assert.True(ShownPicture.LargestDifference(first, forward) > 8, "a drag did not fly");
        Assert.True(ShownPicture.LargestDifference(forward, third) > 8, "the right button flies as the left one does");
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void A_finger_drags_two_fly_the_third_way_and_a_double_tap_draws_a_new_picture()
    {
        using var page = site.Open("bytes", "#seed=2");
        page.Resize(400, 800, 2, phone: true);
        byte[] first = ShownPicture.AtRest(page);
        var (x, y) = page.Middle("#picture");

        page.Touch("touchStart", (x, y));
        for (int i = 1; i <= 10; i++)
        {
            page.Touch("touchMove", (x + (8 * i), y));
        }

        page.Touch("touchEnd");
        byte[] right = ShownPicture.AtRest(page);
        Assert.True(ShownPicture.LargestDifference(first, right) > 8, "a finger did not fly");

        page.Press("KeyZ", "z");
        Assert.Equal(first, ShownPicture.AtRest(page));
        page.Touch("touchStart", (x - 40, y), (x + 40, y));
        for (int i = 1; i <= 10; i++)
        {
            page.Touch("touchMove", (x - 40, y - (10 * i)), (x + 40, y - (10 * i)));
        }

        page.Touch("touchEnd");
        byte[] third = ShownPicture.AtRest(page);
        Assert.True(ShownPicture.LargestDifference(first, third) > 8, "two fingers did not fly");
        Assert.True(ShownPicture.LargestDifference(right, third) > 8, "two fingers fly as one does");

        page.Evaluate("navigator.share = async what => { globalThis.shared = what; }; 0");
        page.Click("[data-command=link]");
        page.WaitFor("globalThis.shared?.url === location.href && location.hash.startsWith('#z=')", 10);
        for (int tap = 0; tap < 2; tap++)
        {
            page.Touch("touchStart", (x, y));
            page.Touch("touchEnd");
        }

        ShownPicture.AtRest(page);
        Assert.Matches("^#seed=[0-9]+$", page.Text("location.hash"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void Buttons_and_the_slider_do_what_keys_do()
    {
        using var page = site.Open("bytes", "#seed=7");
        ShownPicture.AtRest(page);

        page.Press("Minus", "-");
        page.Press("Minus", "-");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(7, 12), 0.9f));
        ShownPicture.AtRest(page);
        Assert.Equal("#seed=7&psi=0.9", page.Text("location.hash"));
        Assert.Equal("0.90", page.Text("document.getElementById('variety-value').textContent"));

        page.Click("[data-command=axes]");
        Assert.True(page.Is("!document.getElementById('axes').hidden"));
        var (x, y) = page.Middle("#axes-list li:nth-child(4) button:last-child");
        page.Mouse("mousePressed", x, y, "left", 1);
        Thread.Sleep(400);
        page.Mouse("mouseReleased", x, y, "left", 1);
        ShownPicture.AtRest(page);
        Assert.StartsWith("#z=", page.Text("location.hash"), StringComparison.Ordinal);
        page.Press("Escape", "Escape");
        Assert.True(page.Is("document.getElementById('axes').hidden"));

        page.Click("[data-command=drift]");
        Thread.Sleep(500);
        Assert.Equal("true", page.Text("document.getElementById('drift').getAttribute('aria-pressed')"));
        page.Press("KeyO", "o");
        ShownPicture.AtRest(page);
        page.Click("[data-command=help]");
        Assert.True(page.Is("document.getElementById('help').open"));
        page.Press("KeyH", "h");
        Assert.False(page.Is("document.getElementById('help').open"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void A_gamepad_flies()
    {
        using var page = site.Open("bytes", "#seed=4");
        byte[] first = ShownPicture.AtRest(page);

        page.Evaluate("""
            globalThis.pad = { connected: true, mapping: "standard", axes: [0, 0, 0, 0], buttons: Array.from({ length: 17 }, () => ({ pressed: false, value: 0 })) };
            navigator.getGamepads = () => [null, pad];
            pad.axes[1] = -1; 0
            """);
        Thread.Sleep(400);
        page.Evaluate("pad.axes[1] = 0.1; 0");                // inside the dead zone: let go
        byte[] flown = ShownPicture.AtRest(page);
        Assert.True(ShownPicture.LargestDifference(first, flown) > 8, "the stick did not fly");

        page.Evaluate("pad.buttons[1].pressed = true; 0");
        Assert.Equal(first, ShownPicture.AtRest(page));
    }

    [ChromiumFact]
    public void A_link_that_cannot_be_is_told_of_and_the_walk_begins_elsewhere()
    {
        using var page = site.Open("bytes", "#seed=many");
        Assert.Equal("The link has a seed that is no whole number", page.Text("document.getElementById('toast').textContent"));
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(5, 12)));

        foreach (var (hash, text) in new[]
        {
            ("#psi=1", "names no place"), ("#z=AAAA", "latent has 3 bytes"), ("#z=AACAPw", "1 numbers, this generator takes 12"),
            ("#seed=1&psi=9", "not between 0 and 1.5"), ("#seed=1&class=2", "a class that this generator does not have"), ("#z=AADAfw", "not finite"),
        })
        {
            page.Evaluate($"void (location.hash = '{hash}')");
            page.WaitFor($"document.getElementById('toast').textContent.includes('{text}')", 10);
        }
    }

    [ChromiumFact]
    public void Variants_of_the_file_show_the_pictures_that_ONNX_Runtime_makes_of_them()
    {
        string run = TestCheckpoint.WriteRun(site.At("variants"));
        foreach (var (name, options) in new[]
        {
            ("half", new[] { "--precision", "fp16", "--pixels", "rgba8" }), ("half-weights", ["--precision", "fp16-weights"]),
            ("byte-weights", ["--precision", "int8-weights"]), ("resize", ["--upsample", "resize"]),
        })
        {
            site.Export(run, name, options);
            string model = Directory.GetFiles(site.Folder(name), "model-*.onnx").Single();

            using var page = site.Open(name, "#seed=3");
            ShownPicture.Becomes(page, ShownPicture.Expected(model, Latent.FromSeed(3, 12)), name == "half" ? 2 : 1);
            Assert.Empty(page.Complaints);
        }
    }

    [WebGpuFact]
    public void WebGPU_shows_the_same_pictures()
    {
        using var chromium = Browser.Chromium.Start("--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader", "--use-vulkan=swiftshader", "--enable-features=Vulkan");
        using var page = chromium.Open();
        page.Go(site.Address("bytes") + "?provider=webgpu#seed=3");
        page.WaitFor("/ready|stopped/.test(document.body?.className)", 120);

        Assert.StartsWith("WebGPU, ", page.Text("document.getElementById('provider').textContent"), StringComparison.Ordinal);
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(3, 12)));

        // Lost in the middle of a flight, it is replaced and the flight goes on.
        page.EvaluateInWorkers("import(new URL('../runtime/ort.webgpu.min.js', location.href).href).then(async m => (await m.env.webgpu.device).destroy())");
        page.Evaluate("void (location.hash = '#seed=4')");
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(4, 12)));
        Assert.StartsWith("WebAssembly, ", page.Text("document.getElementById('provider').textContent"), StringComparison.Ordinal);

        page.Go(site.Address("bytes"));
        page.WaitFor("/ready|stopped/.test(document.body?.className) && !location.search", 120);
        Assert.Contains("WebGPU: the graphics adapter is software", page.Text("document.getElementById('provider').textContent"), StringComparison.Ordinal);
    }
}
