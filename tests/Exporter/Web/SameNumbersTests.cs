using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>What the page computes in JavaScript is what the programs compute: latents to the bit, flight as in the viewer.</summary>
[Collection(OneSite.Name)]
public sealed class SameNumbersTests(SiteFixture site)
{
    private const string Base64 = "(z => { let s = ''; for (const b of new Uint8Array(z.buffer)) s += String.fromCharCode(b); return btoa(s); })";

    [ChromiumFact]
    public void A_seed_means_the_same_latent_to_the_last_bit()
    {
        using var page = site.Open("bytes");
        ulong[] seeds = [0, 1, 42, 999_999, uint.MaxValue, 1UL << 32, (1UL << 53) + 1, ulong.MaxValue, .. Enumerable.Range(100, 60).Select(i => (ulong)i * 7919)];
        foreach (ulong seed in seeds)
        {
            int zdim = 97 + (int)(seed % 7);
            string z = page.Evaluate($"import('./app/random.js').then(m => {Base64}(m.latentOfSeed({seed}n, {zdim})))").GetString()!;

            Assert.Equal(Latent.ToBase64(Latent.FromSeed(seed, zdim)), z);
        }
    }

    [ChromiumFact]
    public void Latents_are_spelled_and_read_as_in_a_PNG()
    {
        using var page = site.Open("bytes");
        float[] z = [0, -0f, 1.5f, float.Epsilon, -3.4e38f, 0.1f];
        string text = Latent.ToBase64(z);

        Assert.Equal(text, page.Evaluate($"import('./app/latent.js').then(m => m.toBase64(m.fromBase64('{text}')))").GetString());
        foreach (float value in new[] { 0.1f, 0.7f, 1f, 1.05f, 0.333333343f, 1e-7f, 123456.79f })
        {
            double shortest = page.Evaluate($"import('./app/latent.js').then(m => m.shortest({value:R}))").GetDouble();
            Assert.Equal(value, (float)shortest);
        }
    }

    [ChromiumFact]
    public void Great_circles_between_latents_are_the_same()
    {
        using var page = site.Open("bytes");
        foreach (var (a, b) in new[] { (1UL, 2UL), (3UL, 3UL), (5UL, 9UL) })
        {
            foreach (float t in new[] { 0f, 0.25f, 0.5f, 0.9f, 1f })
            {
                var expected = new float[100];
                Sphere.Slerp(Latent.FromSeed(a, 100), Latent.FromSeed(b, 100), t, expected);

                float[] actual = Floats(page.Evaluate(
                    $"Promise.all([import('./app/random.js'), import('./app/sphere.js')]).then(([r, s]) => {Base64}(s.slerp(r.latentOfSeed({a}, 100), r.latentOfSeed({b}, 100), {t})))").GetString()!);

                Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            }
        }

        float[] opposite = Floats(page.Evaluate(
            $"Promise.all([import('./app/random.js'), import('./app/sphere.js')]).then(([r, s]) => {{ const z = r.latentOfSeed(1, 100); return {Base64}(s.slerp(z, z.map(x => -x), 0.5)); }})").GetString()!);
        Assert.Equal(Sphere.Length(Latent.FromSeed(1, 100)), Sphere.Length(opposite), 1e-3f);
    }

    [ChromiumFact]
    public void The_same_thrust_for_the_same_time_leads_to_the_viewers_latent()
    {
        const int zdim = 100, steps = 180;
        using var page = site.Open("bytes");
        var directions = DirectionBasis.Random(3, zdim, 5);
        var model = new WalkModel(zdim, directions) { Gains = [1, 0.5f, 2, 1, 1] };
        var simulation = new Simulation(FlightSettings.Default, WalkState.Begin(model, walkSeed: 1));
        foreach (var (thrust, count) in new[] { (new Vector3(1, 0.3f, 0), steps), (Vector3.Zero, steps), (new Vector3(-0.2f, 1, 0.7f), steps) })
        {
            simulation.Do(WalkAction.Steer(new FlightInput(thrust)));
            for (int i = 0; i < count; i++)
            {
                simulation.Step();
            }
        }

        var expected = new float[zdim];
        simulation.State.WriteLatent(expected);

        string vectors = string.Join(",", directions.Select(d => $"\"{Latent.ToBase64(d.Vector)}\""));
        float[] actual = Floats(page.Evaluate($$"""
            Promise.all([import('./app/walk.js'), import('./app/latent.js')]).then(([w, l]) => {
                const gains = [1, 0.5, 2, 1, 1];
                const walk = new w.Walk({ zdim: {{zdim}}, classes: 0, truncation: 1, directions: [{{vectors}}].map((v, i) => ({ vector: l.fromBase64(v), gain: gains[i] })) }, 0, () => 1n);
                for (const thrust of [[1, 0.3, 0], [0, 0, 0], [-0.2, 1, 0.7]]) {
                    for (let i = 0; i < {{steps}}; i++) walk.advance(1 / 120, { thrust, fast: false, precise: false });
                }
                return {{Base64}}(walk.here().z);
            })
            """).GetString()!);

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.Equal(Sphere.Length(Latent.FromSeed(0, zdim)), Sphere.Length(actual), 1e-3f);
        Assert.True(Sphere.Angle(Latent.FromSeed(0, zdim), actual) > 0.3f);
    }

    private static float[] Floats(string base64) => Latent.FromBase64(base64);
}
